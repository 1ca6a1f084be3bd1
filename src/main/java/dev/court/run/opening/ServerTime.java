package dev.court.run.opening;

import dev.court.run.clock.ClockEstimation;
import dev.court.run.clock.ServerClock;
import dev.court.workspace.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Waits for openings by the server's clock. What is known of that clock grows while a thread waits,
 * so the thread looks again and again, also at what was planned before. Safe for use by many
 * threads.
 */
public final class ServerTime {
  /** How soon a thread that waits follows what was learnt, by real time. */
  private static final Duration SOON = Duration.ofMillis(500);

  private static final Duration AT_ONCE = Duration.ofMillis(20);

  /** An execution that is not ready by then sends its own request. */
  private static final Duration LAST_MOMENT = Duration.ofMillis(50);

  private final ServerClock server;
  private final InstantSource ours;
  private final Function<Instant, Waiter> waiters;
  private final Map<Instant, CountDownLatch> estimated;

  /**
   * Nothing is estimated yet.
   *
   * @param waiters for each opening, which a signal may call off
   * @param openings by our own clock, as the claims have them
   */
  public ServerTime(
      ServerClock server,
      InstantSource ours,
      Function<Instant, Waiter> waiters,
      Collection<Instant> openings) {
    this.server = server;
    this.ours = ours;
    this.waiters = waiters;
    this.estimated =
        openings.stream()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), at -> new CountDownLatch(1)));
  }

  /** Nothing more will be learnt of the server's clock before that opening. */
  public void estimated(Instant opening) {
    estimated.get(opening).countDown();
  }

  /** How long it is until so much before the opening, by the server's clock; negative when past. */
  Duration left(Instant opening, Duration before) {
    return Duration.between(ours.instant(), server.local(opening).minus(before));
  }

  /** Returns so much before the opening, by the server's clock, or at once when that is past. */
  public void sleepUntil(Instant opening, Duration before) throws InterruptedException {
    Waiter waiter = waiters.apply(opening);
    waiter.sleepUntil(opening.minus(ClockEstimation.BEGIN));
    while (isAhead(opening, before) && !isEstimated(opening, SOON)) {
      ask(waiter);
    }
    waiter.sleepUntil(server.local(opening).minus(before));
  }

  /**
   * Returns at the opening, by the server's clock.
   *
   * @param barrier an execution that does not come to it in time is not waited for
   */
  public void awaitOpening(Instant opening, OpeningBarrier barrier) throws InterruptedException {
    Waiter waiter = waiters.apply(opening);
    waiter.sleepUntil(opening.minus(ClockEstimation.BEGIN));
    while (isAhead(opening, LAST_MOMENT) && !isEstimated(opening, AT_ONCE)) {
      ask(waiter);
    }
    while (isAhead(opening, LAST_MOMENT) && !barrier.isComplete(AT_ONCE)) {
      ask(waiter);
    }
    waiter.awaitExactly(server.local(opening));
  }

  /** Whether a signal has called the opening off; the waiter throws what is to be thrown then. */
  private void ask(Waiter waiter) throws InterruptedException {
    waiter.sleepUntil(ours.instant());
  }

  private boolean isAhead(Instant opening, Duration before) {
    return left(opening, before).compareTo(Duration.ZERO) > 0;
  }

  private boolean isEstimated(Instant opening, Duration patience) throws InterruptedException {
    return estimated.get(opening).await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
