package dev.court.run.opening;

import java.time.Duration;

/**
 * When a connection is looked at: a server may end it at any time, and a new one is best opened at
 * once. Each booking does so at moments of its own, so that their handshakes do not meet.
 *
 * @param last how long before the opening it is for the last time
 */
public record Looks(Duration between, Duration last) {
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final Duration RARELY = Duration.ofSeconds(1);

  /** So many may look that often. */
  private static final int OFTEN = 200;

  /** Later than that a new connection would hardly be ready, and nothing may delay a request. */
  private static final Duration LAST = Duration.ofMillis(400);

  private static final int PHASES = 16;

  static Looks of(int index, int bookings) {
    Duration share = BETWEEN.multipliedBy(bookings).dividedBy(OFTEN);
    Duration between = share.compareTo(BETWEEN) < 0 ? BETWEEN : share;
    Duration phase = BETWEEN.multipliedBy(index % PHASES).dividedBy(PHASES);
    return new Looks(between.compareTo(RARELY) < 0 ? between : RARELY, LAST.plus(phase));
  }

  /** The first of them, before the opening, when there is so much time left until the last. */
  Duration first(Duration untilLast) {
    return last.plus(between.multipliedBy(untilLast.dividedBy(between)));
  }
}
