package dev.court.recurrence;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The occurrences of a recurrence (RFC 5545, 3.8.5). The rule is expanded on the venue's wall
 * clock, and each time is then resolved to an instant ({@link Occurrence#of}), so a clock change
 * never moves the occurrences of other days.
 *
 * <p>The start of the recurrence is an occurrence only if it matches the rule. COUNT and INTERVAL
 * count from it, and they count excluded dates too.
 */
public final class RecurrenceSet {
  // The instants that calendars and databases can hold.
  private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

  private final Plan.Recurring plan;
  private final ZoneId zone;
  private final Runnable beforeEachYear;
  private final RecurrenceRule rule;
  private final Set<Instant> excluded;

  /**
   * Reads the plan's rule.
   *
   * @throws InvalidRequest when it is no rule
   */
  public RecurrenceSet(Plan.Recurring plan, ZoneId zone) {
    this(plan, zone, () -> {});
  }

  /**
   * Reads the plan's rule.
   *
   * @param beforeEachYear is run before the occurrences of a year are computed; what it throws ends
   *     the search
   * @throws InvalidRequest when it is no rule
   */
  public RecurrenceSet(Plan.Recurring plan, ZoneId zone, Runnable beforeEachYear) {
    this.plan = plan;
    this.beforeEachYear = beforeEachYear;
    this.zone = zone;
    this.rule = RecurrenceRule.parse(plan.rrule());
    this.excluded =
        plan.exdates().stream()
            .map(this::resolved)
            .map(Occurrence::instant)
            .collect(Collectors.toSet());
  }

  /**
   * The occurrences that start at {@code from} or later and before {@code to}, in order, no instant
   * twice, at most {@code limit}. The search ends after 60 years without an occurrence.
   */
  public List<Occurrence> between(Instant from, Instant to, int limit) {
    Instant first = bounded(from);
    Instant end = bounded(to);
    // Two wall-clock times can be one instant after a gap. The later one stays: clocks show it.
    var found = new TreeMap<Instant, Occurrence>();
    // Where a zone skipped a whole day, the times of that day move to the next day.
    var years = new TimesByYear(rule, plan.dtstart(), day(first).minusDays(1), day(end));
    while (years.hasNext() && found.size() < limit) {
      beforeEachYear.run();
      years.next().stream()
          .map(this::resolved)
          .filter(o -> !o.instant().isBefore(first) && o.instant().isBefore(end))
          .filter(o -> rule.end().admits(o) && !excluded.contains(o.instant()))
          .forEach(o -> found.put(o.instant(), o));
    }
    return found.values().stream().limit(limit).toList();
  }

  /** The first occurrence that starts at {@code from} or later; empty when there is none. */
  public Optional<Occurrence> firstFrom(Instant from) {
    return between(from, Instant.MAX, 1).stream().findFirst();
  }

  private Occurrence resolved(LocalDateTime wallClock) {
    return Occurrence.of(wallClock, zone);
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  private static Instant bounded(Instant instant) {
    return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
  }
}
