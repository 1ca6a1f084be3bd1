package dev.court.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param openings for each row of cold ticks
 * @param lead how long before the opening a tick starts
 * @param every how often a tick starts
 * @param together openings at one instant, or in one run
 * @param runs of those
 * @param spacing between the openings in one run
 * @param starts of each program whose start is measured
 * @param oldBookings in the database that has many
 * @param accounts in the database of several machines, with fifty bookings each
 * @param shared openings at one instant that two machines share
 * @param most openings at one instant that one machine has
 */
record Scale(
    int openings,
    Duration lead,
    Duration every,
    int together,
    int runs,
    Duration spacing,
    int starts,
    int oldBookings,
    int accounts,
    int shared,
    int most) {

  static Scale full(int openings, Duration lead) {
    return new Scale(
        openings,
        lead,
        Duration.ofSeconds(4),
        50,
        10,
        Duration.ofMillis(250),
        10,
        100_000,
        10_000,
        500,
        2_000);
  }

  /** Shows within a minute that everything works; its figures mean little. */
  static Scale quick() {
    Duration lead = Duration.ofSeconds(8);
    return new Scale(
        1, lead, Duration.ofSeconds(2), 10, 1, Duration.ofMillis(100), 2, 2_000, 500, 20, 40);
  }
}
