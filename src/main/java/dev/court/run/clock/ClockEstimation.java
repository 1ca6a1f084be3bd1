package dev.court.run.clock;

import dev.court.atrium.http.ClockSample;
import dev.court.atrium.http.ClockSample.Lead;
import dev.court.workspace.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out about the server's clock from the {@code Date} of a handful of answers. A date is cut
 * to whole seconds, so each request is timed to arrive when the server's second turns if the middle
 * of what is possible were true: which second the answer names then halves the doubt.
 */
public final class ClockEstimation {
  private static final int MOST_SAMPLES = 8;

  /** Good enough: an answer's own way takes as long. */
  private static final Duration DOUBT = Duration.ofMillis(12);

  /** With time for all samples, also where the server is eight seconds ahead and opens sooner. */
  public static final Duration BEGIN = Duration.ofSeconds(20);

  /** The last second belongs to the opening. */
  private static final Duration END = Duration.ofMillis(1300);

  /** An answer that takes longer tells little. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  private static final Duration STEP = Duration.ofMillis(250);

  private static final Duration AT_LEAST_BETWEEN = Duration.ofMillis(250);

  private final InstantSource ours;
  private final Waiter waiter;
  private final Function<Duration, ClockSample> ask;
  private final ServerClock clock;

  /**
   * An estimation that has not begun.
   *
   * @param ask sends one request, and waits no longer than the given time for the answer
   * @param clock learns what the answers say
   */
  public ClockEstimation(
      InstantSource ours, Waiter waiter, Function<Duration, ClockSample> ask, ServerClock clock) {
    this.ours = ours;
    this.waiter = waiter;
    this.ask = ask;
    this.clock = clock;
  }

  /** Estimates until shortly before {@code opening}; does nothing when that is too near. */
  public void before(Instant opening) throws InterruptedException {
    waiter.sleepUntil(opening.minus(BEGIN));
    askWhile(at -> Duration.between(at, clock.local(opening).minus(END)));
  }

  /** Estimates at once, without an opening. Takes up to ten seconds. */
  public void now() throws InterruptedException {
    askWhile(at -> LONGEST);
  }

  /**
   * @param left how much time there is for a request that is sent at an instant
   */
  private void askWhile(Function<Instant, Duration> left) throws InterruptedException {
    Duration way = Duration.ZERO;
    for (int i = 0; i < MOST_SAMPLES && isDoubtful(); i++) {
      Instant at = next(way);
      Duration within = left.apply(at);
      if (within.compareTo(Duration.ZERO) <= 0) {
        return;
      }
      waiter.sleepUntil(at);
      ClockSample sample = ask.apply(within.compareTo(LONGEST) < 0 ? within : LONGEST);
      if (!isStepped(sample)) {
        clock.learn(sample.lead());
      }
      way = Duration.between(sample.sentAt(), sample.receivedAt()).dividedBy(2);
    }
  }

  /** Our clock was set, or the machine slept, while the answer was under way: it says nothing. */
  private boolean isStepped(ClockSample sample) {
    Duration since = Duration.between(sample.receivedAt(), ours.instant());
    return since.abs().compareTo(STEP) > 0;
  }

  private boolean isDoubtful() {
    return clock
        .bounds()
        .map(lead -> lead.atMost().minus(lead.atLeast()).compareTo(DOUBT) > 0)
        .orElse(true);
  }

  /**
   * When to ask: at once the first time, then so as to arrive as the server's second turns.
   *
   * @param way what a request takes to arrive, as far as known
   */
  private Instant next(Duration way) {
    Instant now = ours.instant();
    Optional<Lead> bounds = clock.bounds();
    if (bounds.isEmpty()) {
      return now;
    }
    Duration middle = bounds.get().atLeast().plus(bounds.get().atMost()).dividedBy(2);
    Instant there = now.plus(AT_LEAST_BETWEEN).plus(way).plus(middle);
    Instant turn = Instant.ofEpochSecond(there.getEpochSecond() + 1);
    return turn.minus(middle).minus(way);
  }
}
