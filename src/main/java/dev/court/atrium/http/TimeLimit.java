package dev.court.atrium.http;

import java.time.Duration;

/**
 * A span of time that has begun. It is measured by {@link System#nanoTime()}, so that a step of the
 * clock does not change it.
 */
record TimeLimit(long endNanos) {
  private static final long NANOS_PER_MS = 1_000_000;

  /** Begins now. */
  static TimeLimit of(Duration span) {
    return new TimeLimit(System.nanoTime() + span.toNanos());
  }

  /** The end that comes first. */
  TimeLimit orSooner(Duration span) {
    TimeLimit other = of(span);
    return other.endNanos - endNanos < 0 ? other : this;
  }

  boolean isOver() {
    return leftNanos() <= 0;
  }

  /** What is left; negative when it is over. */
  long leftNanos() {
    return endNanos - System.nanoTime();
  }

  /** What is left; negative when it is over. */
  Duration left() {
    return Duration.ofNanos(leftNanos());
  }

  /** What is left in whole milliseconds, as sockets want it; at least one. */
  int leftMs() {
    return (int) Math.max(1, (leftNanos() + NANOS_PER_MS - 1) / NANOS_PER_MS);
  }
}
