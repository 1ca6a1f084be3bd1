package dev.court.run.opening;

import dev.court.booking.TemporaryTrouble;
import dev.court.run.clock.ClockEstimation;
import dev.court.secret.Secret;
import dev.court.session.Session;
import dev.court.store.StoredTokens;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The access token for the openings of a run. A refresh runs in a thread of its own: the realm may
 * take its time, and another process may hold the lock, but an opening waits for neither while
 * there is a token that outlives it. A refresh that has begun is never broken off, since the token
 * that it spends must be replaced in the store. Safe for use by many threads.
 */
public final class OpeningTokens implements AutoCloseable {
  /** A token should outlive the last opening by this, for answers that take their time. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** With less life the token is not worth a try, and the realm is all there is. */
  private static final Duration LEAST = Duration.ofSeconds(2);

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  /** From here on the server is asked for other things, which need a token. */
  private static final Duration PREPARATION = ClockEstimation.BEGIN.plusSeconds(1);

  private static final Duration LAST_MOMENT = Duration.ofMillis(500);

  private final Workspace workspace;
  private final Session session;
  private final Waiter waiter;
  private final List<Refreshing> begun = new ArrayList<>();
  private volatile Secret current;
  private volatile boolean isClosed;

  public OpeningTokens(Workspace workspace, Session session, Waiter waiter) {
    this.workspace = workspace;
    this.session = session;
    this.waiter = waiter;
  }

  /**
   * Gets the token to begin with, after a refresh if it is due and works in time. A realm that is
   * down for a moment is asked again, for a token that outlives {@code first} until shortly before.
   *
   * @param first the first opening, or now
   * @param last the last opening
   * @param deadline the realm is not asked again after it
   * @throws dev.court.booking.SignInNeeded when there is no session
   * @throws TemporaryTrouble when the realm is still down at the deadline
   */
  public void begin(Optional<StoredTokens> stored, Instant first, Instant last, Instant deadline) {
    Instant until = last.plus(MARGIN);
    Optional<StoredTokens> usable = stored.filter(one -> one.outlives(first.plus(LEAST)));
    usable.ifPresent(one -> current = session.accessToken(one));
    if (usable.filter(one -> one.outlives(until)).isPresent()) {
      return;
    }
    Instant end = usable.isPresent() ? first.minus(LAST_MOMENT) : deadline;
    Refreshing refreshing = begin(() -> refreshed(until, end));
    if (usable.isEmpty()) {
      refreshing.await(() -> stoppable(Duration.ofDays(1)));
      refreshing.succeed();
    } else {
      refreshing.await(() -> stoppable(left(first.minus(PREPARATION))));
    }
  }

  /** The newest token. */
  public Secret current() {
    return current;
  }

  /**
   * Tries to get another token than one that Atrium refused.
   *
   * @param left how long to wait for it; it is used later when it comes later
   */
  void tryReplace(Secret refused, Supplier<Duration> left) {
    if (current.equals(refused)) {
      replacing(refused).await(left);
    }
  }

  /** One for all bookings, which meet the refusal at the same time. */
  private synchronized Refreshing replacing(Secret refused) {
    return begun.stream()
        .filter(one -> !one.isDone())
        .findFirst()
        .orElseGet(() -> begin(() -> session.replace(refused)));
  }

  private synchronized Refreshing begin(Supplier<Secret> work) {
    Refreshing refreshing = new Refreshing(() -> current = work.get(), workspace.log().of("run"));
    begun.add(refreshing);
    refreshing.begin();
    return refreshing;
  }

  private Secret refreshed(Instant until, Instant end) {
    Duration pause = BETWEEN_TRIES;
    while (true) {
      try {
        return session.accessToken(until);
      } catch (TemporaryTrouble e) {
        if (isClosed || left(end).compareTo(pause) <= 0) {
          throw e;
        }
        workspace.log().of("run").warn("no token yet; the realm is asked again", e);
        pause(e, pause);
        pause = e.isLasting() ? pause.multipliedBy(2) : BETWEEN_TRIES;
      }
    }
  }

  private Duration left(Instant end) {
    return Duration.between(workspace.now(), end);
  }

  /** Throws what the waiter throws when a signal has called the openings off. */
  private Duration stoppable(Duration left) {
    try {
      waiter.sleepUntil(workspace.now());
      return left;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Duration.ZERO;
    }
  }

  private void pause(TemporaryTrouble trouble, Duration pause) {
    try {
      waiter.sleepUntil(workspace.now().plus(pause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw trouble;
    }
  }

  /** Waits for what has begun: a token that was spent is lost with its successor. */
  @Override
  public void close() {
    isClosed = true;
    List<Refreshing> all;
    synchronized (this) {
      all = List.copyOf(begun);
    }
    all.forEach(one -> one.await(() -> Duration.ofSeconds(1)));
  }
}
