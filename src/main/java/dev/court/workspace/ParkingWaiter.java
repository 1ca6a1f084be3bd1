package dev.court.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Waits by the clock and not by elapsed time, so that it follows a clock that is corrected
 * meanwhile. A sleep may end a millisecond early or several late, so the last milliseconds are
 * spent in a busy loop.
 */
public final class ParkingWaiter implements Waiter {
  private static final Duration SPIN = Duration.ofMillis(20);

  /** The longest single sleep: a jump of the clock is noticed within this time. */
  private static final long LONGEST_SLEEP_MS = 500;

  private final InstantSource clock;

  public ParkingWaiter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void sleepUntil(Instant instant) throws InterruptedException {
    for (long left = leftMs(instant); left > 0; left = leftMs(instant)) {
      Thread.sleep(Math.min(left, LONGEST_SLEEP_MS));
    }
  }

  @Override
  public void awaitExactly(Instant instant) throws InterruptedException {
    sleepUntil(instant.minus(SPIN));
    while (clock.instant().isBefore(instant)) {
      Thread.onSpinWait();
    }
  }

  private long leftMs(Instant instant) {
    long nanos = Duration.between(clock.instant(), instant).toNanos();
    return (nanos + 999_999) / 1_000_000;
  }
}
