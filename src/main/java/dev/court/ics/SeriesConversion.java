package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.recurrence.RecurrenceRule;
import dev.court.recurrence.RecurrenceSet;
import dev.court.recurrence.RuleEnd;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Converts a recurrence on the clock of one zone to the venue's clock. When the two clocks differ
 * by a constant, the rule stays and its time is shifted. Otherwise no rule describes the times at
 * the venue, and only a recurrence with an end can be followed, date by date.
 */
final class SeriesConversion {
  private static final int MOST_DATES = 100;

  /** No two clocks differ by more. */
  private static final Duration ONE_DAY = Duration.ofHours(26);

  private final RecurrenceRule rule;
  private final CalendarTime start;
  private final ZoneId venue;
  private final ReadingBudget budget;
  private final ClockDifference clocks;
  private final UpcomingTimes ahead;

  /**
   * Converts a recurrence from now on.
   *
   * @param start its DTSTART, in the zone of its rule
   * @throws InvalidRequest when that takes too long
   */
  SeriesConversion(RecurrenceRule rule, CalendarTime start, ReadingContext context) {
    this.rule = rule;
    this.start = start;
    this.venue = context.venue();
    this.budget = context.budget();
    this.clocks = new ClockDifference(start.rules(), venue, budget);
    this.ahead = UpcomingTimes.of(rule, start, context);
  }

  /** Whether nothing of it is ahead. */
  boolean isOver() {
    return ahead.isComplete() && ahead.isEmpty();
  }

  /** Whether the start is an occurrence of the rule. Only a start ahead is found. */
  boolean includesStart() {
    return ahead.wallClocks().contains(start.wallClock());
  }

  /** The recurrence on the venue's clock; empty when no rule describes it. */
  Optional<Plan.Recurring> asRule(Exclusions exclusions) {
    return shift().flatMap(this::shifted).map(plan -> leavingOut(plan, exclusions));
  }

  /** A rule that names its hour cannot be shifted. */
  private Optional<Duration> shift() {
    return clocks
        .onDays(rule, start.wallClock(), ahead.from())
        .or(() -> ahead.isComplete() ? clocks.at(ahead.wallClocks()) : Optional.empty())
        .filter(shift -> shift.isZero() || !rule.hasTime());
  }

  /** An UNTIL in UTC may lie between clock changes of the two zones; then it ends by the clock. */
  private Optional<Plan.Recurring> shifted(Duration shift) {
    return Stream.of(rule, rule.endingOnTheClockOf(start.rules()))
        .map(one -> new Plan.Recurring(start.wallClock().plus(shift), ended(one, shift)))
        .filter(this::hasTheTimesAhead)
        .findFirst();
  }

  private static String ended(RecurrenceRule rule, Duration shift) {
    return rule.end() instanceof RuleEnd.AtLocal end
        ? rule.endingWith(new RuleEnd.AtLocal(end.last().plus(shift))).canonical()
        : rule.canonical();
  }

  private boolean hasTheTimesAhead(Plan.Recurring plan) {
    return clocks.isNone() || timesAhead(plan).equals(expected());
  }

  /** One more than expected, so that a time too many is seen. */
  private List<Instant> timesAhead(Plan.Recurring plan) {
    Instant end = ahead.to().toInstant(ZoneOffset.UTC).plus(ONE_DAY);
    int most = expected().size() + (ahead.isComplete() ? 1 : 0);
    return new RecurrenceSet(plan, venue, budget::spendYear)
        .between(instant(ahead.from()), end, most).stream().map(Occurrence::instant).toList();
  }

  private List<Instant> expected() {
    return ahead.wallClocks().stream().map(this::instant).distinct().sorted().toList();
  }

  private Plan.Recurring leavingOut(Plan.Recurring plan, Exclusions exclusions) {
    TreeSet<LocalDateTime> exdates = new TreeSet<>();
    ahead.wallClocks().stream()
        .map(this::instant)
        .filter(instant -> exclusions.contains(instant, start))
        .forEach(instant -> exdates.add(LocalDateTime.ofInstant(instant, venue)));
    // Exclusions after the times that were looked at may be occurrences of the rule too.
    if (!ahead.isComplete()) {
      exclusions
          .after(ahead.isEmpty() ? start.instant() : instant(ahead.last()), start)
          .forEach(instant -> exdates.add(LocalDateTime.ofInstant(instant, venue)));
    }
    return new Plan.Recurring(plan.dtstart(), plan.rrule(), exdates);
  }

  /**
   * The occurrences ahead, one by one.
   *
   * @throws InvalidRequest when the recurrence has no end, or too many occurrences
   */
  List<Instant> asDates(Exclusions exclusions) {
    if (!ahead.isComplete() || ahead.wallClocks().size() > MOST_DATES) {
      throw new InvalidRequest(
          ("runs by the clock of another zone, and no rule says its times on the venue's clock:"
                  + " give it an end within %s dates, and they are taken one by one")
              .formatted(MOST_DATES));
    }
    return ahead.wallClocks().stream()
        .map(this::instant)
        .filter(instant -> !exclusions.contains(instant, start))
        .toList();
  }

  private Instant instant(LocalDateTime wallClock) {
    return CalendarTime.instant(wallClock, start.rules());
  }
}
