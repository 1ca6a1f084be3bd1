package dev.court.workspace;

import java.time.Instant;

/** Waits as another waiter does, unless a signal calls that off. */
final class StoppableWaiter implements Waiter {
  private final Waiter waiter;
  private final StopSignal stop;
  private final Instant opening;

  StoppableWaiter(Waiter waiter, StopSignal stop, Instant opening) {
    this.waiter = waiter;
    this.stop = stop;
    this.opening = opening;
  }

  private interface Waiting {
    void until(Instant instant) throws InterruptedException;
  }

  @Override
  public void sleepUntil(Instant instant) throws InterruptedException {
    await(waiter::sleepUntil, instant);
  }

  @Override
  public void awaitExactly(Instant instant) throws InterruptedException {
    await(waiter::awaitExactly, instant);
  }

  private void await(Waiting waiting, Instant instant) throws InterruptedException {
    StopSignal.PendingWait wait =
        new StopSignal.PendingWait(Thread.currentThread(), opening, instant);
    stop.enter(wait);
    try {
      waiting.until(instant);
    } finally {
      stop.leave(wait);
    }
  }
}
