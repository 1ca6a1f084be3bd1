package dev.court.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The signal that asks this process to end: SIGTERM, SIGINT or SIGHUP. It calls off what waits for
 * an opening that is not near, and lets what is near go on to its end. Safe for use by several
 * threads.
 */
public final class StopSignal {
  /** What opens so soon is booked first. */
  private static final Duration NEAR = Duration.ofSeconds(2);

  /** What a process has to end in, unless it was given another time. */
  private static final Duration USUAL = Duration.ofSeconds(10);

  /** The end of that time, in which nothing is waited for any more, to write what is known. */
  private static final Duration TO_WRITE = Duration.ofSeconds(2);

  /** What a request and its answer are given when a process drains. */
  private static final Duration TO_ANSWER = Duration.ofSeconds(3);

  private final InstantSource clock;
  private final Set<PendingWait> waits = new HashSet<>();
  private Instant raisedAt;
  private int works;
  private Duration near = NEAR;
  private Duration grace = USUAL;
  private boolean isDraining;

  public StopSignal(InstantSource clock) {
    this.clock = clock;
  }

  /** A thread that waits. */
  record PendingWait(Thread thread, Instant opening, Instant until) {}

  /**
   * Ends all waits that are called off. Further calls change nothing.
   *
   * @return whether there is work that should go on to its end
   */
  public synchronized boolean raise() {
    if (raisedAt == null) {
      raisedAt = clock.instant();
      waits.stream().filter(this::isCalledOff).forEach(wait -> wait.thread().interrupt());
    }
    return works > 0;
  }

  /**
   * Gives the process another time to end in after the signal, in which it books what opens in it,
   * and lets it choose its exit code.
   */
  public synchronized void drainWithin(Duration drain) {
    grace = drain;
    near = atLeastZero(drain.minus(TO_WRITE).minus(TO_ANSWER));
    isDraining = true;
  }

  /** What the process has to end in, once the signal is there. */
  public synchronized Duration grace() {
    return grace;
  }

  /** Whether the process ends with an exit code of its own, in place of the signal's. */
  public synchronized boolean isDraining() {
    return isDraining;
  }

  public synchronized boolean isRaised() {
    return raisedAt != null;
  }

  /** Does work that the process lets go on to its end, for some seconds. */
  public <T> T protect(Supplier<T> work) {
    count(1);
    try {
      return work.get();
    } finally {
      count(-1);
    }
  }

  private synchronized void count(int more) {
    works += more;
  }

  /**
   * A waiter for the booking of an opening. Once the signal is there, it throws {@link RunStopped}
   * when the opening was more than two seconds ahead then, and when the wait would be longer than
   * eight seconds; a process that drains has its own times.
   */
  public Waiter waiter(Waiter waiter, Instant opening) {
    return new StoppableWaiter(waiter, this, opening);
  }

  /**
   * A thread begins to wait.
   *
   * @throws RunStopped when the wait is called off already
   */
  synchronized void enter(PendingWait wait) {
    if (isCalledOff(wait)) {
      throw new RunStopped();
    }
    waits.add(wait);
  }

  /**
   * A thread has waited; from now on it is not interrupted any more.
   *
   * @throws RunStopped when the wait was called off
   */
  synchronized void leave(PendingWait wait) {
    waits.remove(wait);
    if (isCalledOff(wait)) {
      boolean unused = Thread.interrupted();
      throw new RunStopped();
    }
  }

  private boolean isCalledOff(PendingWait wait) {
    return raisedAt != null
        && (raisedAt.isBefore(wait.opening().minus(near))
            || wait.until().isAfter(raisedAt.plus(atLeastZero(grace.minus(TO_WRITE)))));
  }

  private static Duration atLeastZero(Duration span) {
    return span.isNegative() ? Duration.ZERO : span;
  }
}
