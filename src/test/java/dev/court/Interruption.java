package dev.court;

import dev.court.workspace.Waiter;
import java.time.Instant;

/** Waits by a clock, and lets something happen at the first pause from an instant on, once. */
public final class Interruption implements Waiter {
  private final TestClock clock;
  private final Instant from;
  private Runnable happens;

  public Interruption(TestClock clock, Instant from, Runnable happens) {
    this.clock = clock;
    this.from = from;
    this.happens = happens;
  }

  @Override
  public void sleepUntil(Instant instant) {
    if (!clock.instant().isBefore(from)) {
      happen();
    }
    clock.sleepUntil(instant);
  }

  private synchronized void happen() {
    Runnable now = happens;
    happens = () -> {};
    now.run();
  }

  @Override
  public void awaitExactly(Instant instant) {
    sleepUntil(instant);
  }
}
