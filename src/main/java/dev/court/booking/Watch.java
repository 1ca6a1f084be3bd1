package dev.court.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whether to go on asking for a court that was taken, since people give courts back.
 *
 * @param keepTrying for how long, from the opening on; whole seconds
 * @param every from one try to the next; whole seconds
 */
public record Watch(Duration keepTrying, Duration every) {
  /** Often enough to notice a court that is given back, and no burden to the building. */
  public static final Duration STANDARD_EVERY = Duration.ofMinutes(10);

  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofDays(366);

  public Watch {
    keepTrying = keepTrying.truncatedTo(ChronoUnit.SECONDS);
    every = every.truncatedTo(ChronoUnit.SECONDS);
    if (every.compareTo(LEAST) < 0) {
      throw new InvalidRequest(
          "a court is asked for again each minute at most, not every " + every);
    }
    if (keepTrying.compareTo(every) < 0 || keepTrying.compareTo(MOST) > 0) {
      throw new InvalidRequest(
          "to keep trying for %s makes no sense: name a time from %s (one try) to a year"
              .formatted(keepTrying, every));
    }
  }

  /**
   * When a court is asked for the last time.
   *
   * @param from the opening, or when the court was first asked for if that was later
   * @param latest a court is not wanted later than this
   */
  public Instant until(Instant from, Instant latest) {
    Instant end = from.plus(keepTrying);
    return end.isBefore(latest) ? end : latest;
  }

  /** The next try after {@code now}, the last being at {@code until}; empty after that. */
  public Optional<Instant> next(Instant now, Instant until) {
    Instant next = now.plus(every);
    if (next.isBefore(until)) {
      return Optional.of(next);
    }
    return now.plus(LEAST).isAfter(until) ? Optional.empty() : Optional.of(until);
  }
}
