package dev.court.doctor;

/** One thing that is looked at. Changes nothing. */
interface Check {

  /** What it looks at, in a word. */
  String subject();

  /**
   * Looks.
   *
   * @throws dev.court.booking.Problem when a booking would fail for it; the message holds the
   *     remedy
   * @throws Skipped when that cannot be told, for something that another check tells
   */
  Finding look();
}
