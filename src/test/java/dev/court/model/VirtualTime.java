package dev.court.model;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * One clock for many threads. It stands still while any of them has something to do; when all of
 * them wait, it goes to the next instant that one waits for, and wakes that one alone. So threads
 * do one thing after the other in the order of time, however slow the machine is.
 */
final class VirtualTime implements InstantSource, AutoCloseable {
  /** Whoever works for longer, by real time, waits for something that the model does not see. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private static final int LOOKS = 2;
  private static final long BETWEEN_LOOKS_NANOS = 30_000;
  private static final long LONGEST_BETWEEN_LOOKS_NANOS = 500_000;

  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(
          Comparator.comparing((Sleeper one) -> one.at).thenComparing(o -> o.order));
  private final List<BooleanSupplier> busy = new CopyOnWriteArrayList<>();
  private volatile Instant now;
  private long order;
  private int waking;
  private boolean isOver;

  VirtualTime(Instant now) {
    this.now = now;
    Thread thread = new Thread(this::goOn, "virtual-time");
    thread.setDaemon(true);
    thread.start();
  }

  private static final class Sleeper {
    private final Instant at;
    private final long order;
    private boolean isAwake;

    private Sleeper(Instant at, long order) {
      this.at = at;
      this.order = order;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Time stands still while this says so. */
  void standsStillWhile(BooleanSupplier isBusy) {
    busy.add(isBusy);
  }

  /** Returns when the clock has come there; at once when all is over. */
  synchronized void sleepUntil(Instant instant) throws InterruptedException {
    if (!now.isBefore(instant)) {
      return;
    }
    Sleeper sleeper = new Sleeper(instant, order++);
    sleepers.add(sleeper);
    notifyAll();
    try {
      while (!sleeper.isAwake && !isOver) {
        wait();
      }
    } finally {
      woken(sleeper);
    }
  }

  private void woken(Sleeper sleeper) {
    sleepers.remove(sleeper);
    if (sleeper.isAwake) {
      waking--;
      notifyAll();
    }
  }

  private void goOn() {
    try {
      while (awaitSleepers()) {
        awaitQuiet();
        wakeNext();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitQuiet() {
    long since = System.nanoTime();
    long pause = BETWEEN_LOOKS_NANOS;
    while (!isQuiet() && System.nanoTime() - since < PATIENCE_NANOS) {
      LockSupport.parkNanos(pause);
      pause = Math.min(pause * 3 / 2, LONGEST_BETWEEN_LOOKS_NANOS);
    }
  }

  private synchronized boolean awaitSleepers() throws InterruptedException {
    while (!isOver && (sleepers.isEmpty() || waking > 0)) {
      wait();
    }
    return !isOver;
  }

  /** Looks twice: one that was just let go on may have let another go on that was seen before. */
  private boolean isQuiet() {
    return IntStream.range(0, LOOKS).noneMatch(look -> isSomebodyBusy());
  }

  private boolean isSomebodyBusy() {
    return busy.stream().anyMatch(BooleanSupplier::getAsBoolean);
  }

  private synchronized void wakeNext() {
    Sleeper next = sleepers.poll();
    if (next != null && waking == 0) {
      now = next.at.isAfter(now) ? next.at : now;
      next.isAwake = true;
      waking++;
      notifyAll();
    }
  }

  /** Everybody who sleeps wakes up, and nobody sleeps any more. */
  @Override
  public synchronized void close() {
    isOver = true;
    notifyAll();
  }
}
