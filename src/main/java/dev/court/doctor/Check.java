package dev.court.doctor;

import java.util.Optional;

/** One check of the doctor. It changes nothing. */
interface Check {

  /** The thing that is checked, in a word. */
  String subject();

  /**
   * Runs the check.
   *
   * @throws dev.court.booking.Problem when a booking would fail for it; the message holds the
   *     remedy
   * @throws Skipped when this check cannot run, for a reason that another check reports
   */
  Finding look();

  /** The account that it looks at; empty when it looks at what all have in common. */
  default Optional<String> account() {
    return Optional.empty();
  }
}
