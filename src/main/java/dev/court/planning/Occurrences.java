package dev.court.planning;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Venue;
import dev.court.recurrence.RecurrenceSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The occurrences of a plan, one-off or recurring, at a venue. */
public final class Occurrences {
  private static final int MOST_A_DAY = 1_000;

  private final Plan plan;
  private final Venue venue;

  public Occurrences(Plan plan, Venue venue) {
    this.plan = plan;
    this.venue = venue;
  }

  /** The occurrences that start in {@code [from, to)}, by time, at most {@code limit}. */
  public List<Occurrence> between(Instant from, Instant to, int limit) {
    if (plan instanceof Plan.Recurring recurring) {
      return new RecurrenceSet(recurring, venue.zone()).between(from, to, limit);
    }
    Occurrence only = only();
    boolean inside = !only.instant().isBefore(from) && only.instant().isBefore(to);
    return inside ? List.of(only) : List.of();
  }

  /** The first occurrence that starts at {@code from} or later; empty when there is none. */
  public Optional<Occurrence> firstFrom(Instant from) {
    if (plan instanceof Plan.Recurring recurring) {
      return new RecurrenceSet(recurring, venue.zone()).firstFrom(from);
    }
    return Optional.of(only()).filter(only -> !only.instant().isBefore(from));
  }

  /** The first {@code limit} occurrences that start at {@code from} or later, however far ahead. */
  public List<Occurrence> next(Instant from, int limit) {
    return between(from, Instant.MAX, limit);
  }

  /** The occurrences of a day at the venue. */
  public List<Occurrence> on(LocalDate day) {
    return between(
        venue.occurrence(day.atStartOfDay()).instant(),
        venue.occurrence(day.plusDays(1).atStartOfDay()).instant(),
        MOST_A_DAY);
  }

  /** The first occurrence that starts after {@code now}; one that starts at {@code now} is over. */
  public Optional<Occurrence> firstAfter(Instant now) {
    return firstFrom(now.plusMillis(1));
  }

  /**
   * The first {@code limit} occurrences that start after {@code now}; at least one.
   *
   * @throws InvalidRequest when none is ahead
   */
  public List<Occurrence> requireNext(Instant now, int limit) {
    List<Occurrence> next = next(now.plusMillis(1), limit);
    if (next.isEmpty()) {
      throw new InvalidRequest(
          plan instanceof Plan.OneOff one
              ? "%s is over: name a time ahead".formatted(one.at())
              : "the rule has no time to play ahead: look at its dates with court preview --all");
    }
    return next;
  }

  private Occurrence only() {
    return venue.occurrence(((Plan.OneOff) plan).at());
  }
}
