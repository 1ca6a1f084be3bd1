package dev.court.ics;

import dev.court.booking.InvalidRequest;

/**
 * Bounds the work of reading one file. A few lines can ask for thousands of years of occurrences,
 * so the years that are looked at are counted, for all events and zones of the file together.
 */
final class ReadingBudget {
  /** A thousand weekly series without an end take 5,000; ten of thousands take ten seconds. */
  private static final int MOST_YEARS = 12_000;

  private int years;

  /**
   * Takes a number of years off.
   *
   * @throws InvalidRequest when there are no more
   */
  void spend(int more) {
    years += Math.min(more, MOST_YEARS);
    check();
  }

  void spendYear() {
    spend(1);
  }

  /**
   * Whether the file was read within its bounds.
   *
   * @throws InvalidRequest when it was not
   */
  void check() {
    if (years > MOST_YEARS) {
      throw new InvalidRequest(
          "has rules that take too long to follow: export fewer days of it, or fewer events");
    }
  }
}
