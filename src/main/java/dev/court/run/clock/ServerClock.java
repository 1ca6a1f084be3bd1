package dev.court.run.clock;

import dev.court.atrium.http.ClockSample.Lead;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a run knows of the server's clock: the bounds within which it leads ours. It is believed
 * only where it provably differs. Safe for use by many threads.
 */
public final class ServerClock {
  /**
   * Bounds closer than this are trusted to their edge, so that nothing goes out early; wider ones
   * only as far as they prove, since that would be later than a request that has to be repeated.
   */
  private static final Duration FINE = Duration.ofMillis(400);

  /** A claim is made for our own clock's idea of the opening and must still hold. */
  private static final Duration MOST_AHEAD = Duration.ofSeconds(8);

  private static final Duration MOST_BEHIND = Duration.ofSeconds(-30);

  private Lead bounds;
  private boolean isRefuted;

  /** Takes in what one more answer says; one without a date says nothing. */
  public synchronized void learn(Optional<Lead> lead) {
    lead.ifPresent(more -> bounds = bounds == null ? more : bounds.and(more));
  }

  /**
   * Drops the lead for the rest of the run: a request that was sent ahead of our own clock was too
   * early, so the dates of the server are ahead of its gate.
   */
  public synchronized void refute() {
    isRefuted = true;
  }

  /** What is known; empty before the first date. */
  public synchronized Optional<Lead> bounds() {
    return Optional.ofNullable(bounds);
  }

  /**
   * By how much the server's clock is taken to lead ours, negative when it is behind; zero unless
   * the two provably differ. Of what is possible the least, so that nothing goes out early.
   */
  public synchronized Duration lead() {
    Optional<Lead> known = bounds();
    if (isRefuted || known.isEmpty() || known.get().proven().isZero()) {
      return Duration.ZERO;
    }
    Lead lead = known.get();
    Duration doubt = lead.atMost().minus(lead.atLeast());
    return clamped(doubt.compareTo(FINE) <= 0 ? lead.atLeast() : lead.proven());
  }

  /** When our clock will show that the server's clock shows {@code instant}. */
  public Instant local(Instant instant) {
    return instant.minus(lead());
  }

  private static Duration clamped(Duration lead) {
    if (lead.compareTo(MOST_AHEAD) > 0) {
      return MOST_AHEAD;
    }
    return lead.compareTo(MOST_BEHIND) < 0 ? MOST_BEHIND : lead;
  }
}
