package dev.court;

import dev.court.workspace.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** A clock that a test sets; whoever waits by it moves it on. */
public final class TestClock implements InstantSource, Waiter {
  private final AtomicReference<Instant> now;
  private final AtomicReference<Duration> oversleep = new AtomicReference<>(Duration.ZERO);

  private final AtomicReference<Event> event = new AtomicReference<>();

  private record Event(BooleanSupplier isDue, Runnable happens) {}

  public TestClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  @Override
  public Instant instant() {
    Event due = event.get();
    if (due != null && due.isDue().getAsBoolean() && event.compareAndSet(due, null)) {
      due.happens().run();
    }
    return now.get();
  }

  /** Lets something happen, once, when the clock is next read while it is due. */
  public void once(BooleanSupplier isDue, Runnable happens) {
    event.set(new Event(isDue, happens));
  }

  /** Lets something happen, once, when the clock is next read at that instant or later. */
  public void at(Instant instant, Runnable happens) {
    once(() -> !now.get().isBefore(instant), happens);
  }

  public void set(Instant instant) {
    now.set(instant);
  }

  public void advance(Duration span) {
    now.updateAndGet(instant -> instant.plus(span));
  }

  /** Whoever waits next wakes this much later, like a machine that was put to sleep. */
  public void oversleep(Duration span) {
    oversleep.set(span);
  }

  @Override
  public void sleepUntil(Instant instant) {
    if (instant().isBefore(instant)) {
      Instant woken = instant.plus(oversleep.getAndSet(Duration.ZERO));
      now.updateAndGet(at -> at.isBefore(woken) ? woken : at);
    }
  }

  @Override
  public void awaitExactly(Instant instant) {
    sleepUntil(instant);
  }
}
