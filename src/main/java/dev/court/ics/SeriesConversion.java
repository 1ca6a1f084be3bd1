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
import java.time.Period;
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
  /** Two zones do not agree for longer than this by chance. */
  private static final Period COMPARED = Period.ofYears(4);

  private static final int MOST_COMPARED = 2_000;
  private static final int MOST_DATES = 100;

  private final RecurrenceRule rule;
  private final CalendarTime start;
  private final ZoneId venue;
  private final List<LocalDateTime> wallClocks;

  /**
   * Converts a recurrence from {@code now} on.
   *
   * @param start its DTSTART, in the zone of its rule
   */
  SeriesConversion(RecurrenceRule rule, CalendarTime start, ZoneId venue, Instant now) {
    this.rule = rule;
    this.start = start;
    this.venue = venue;
    this.wallClocks = ahead(now);
  }

  /** The wall-clock times ahead in the zone of the rule. UTC stands for a clock without changes. */
  private List<LocalDateTime> ahead(Instant now) {
    RecurrenceRule local = rule.endingOnTheClockOf(start.rules());
    LocalDateTime from = LocalDateTime.ofInstant(now, start.rules().getOffset(now));
    LocalDateTime first = from.isBefore(start.wallClock()) ? start.wallClock() : from;
    return new RecurrenceSet(
            new Plan.Recurring(start.wallClock(), local.canonical()), ZoneOffset.UTC)
            .between(
                first.toInstant(ZoneOffset.UTC),
                first.plus(COMPARED).toInstant(ZoneOffset.UTC),
                MOST_COMPARED)
            .stream()
            .map(Occurrence::wallClock)
            .toList();
  }

  /** Whether the start is an occurrence of the rule. Only a start ahead is found. */
  boolean includesStart() {
    return wallClocks.contains(start.wallClock());
  }

  /** The recurrence on the venue's clock; empty when no rule describes it. */
  Optional<Plan.Recurring> asRule(Exclusions exclusions) {
    return shifts().filter(this::isSame).findFirst().map(shift -> shifted(shift, exclusions));
  }

  /**
   * Zero comes first: in a gap of both clocks, the first times differ although the clocks agree.
   */
  private Stream<Duration> shifts() {
    return Stream.concat(
        Stream.of(Duration.ZERO),
        wallClocks.stream()
            .limit(2)
            .map(at -> Duration.between(at, LocalDateTime.ofInstant(instant(at), venue))));
  }

  private boolean isSame(Duration shift) {
    if (!shift.isZero() && rule.hasTime()) {
      return false;
    }
    return wallClocks.stream()
        .allMatch(
            at ->
                at.plus(shift).toLocalDate().equals(at.toLocalDate())
                    && Occurrence.of(at.plus(shift), venue).instant().equals(instant(at)));
  }

  private Plan.Recurring shifted(Duration shift, Exclusions exclusions) {
    RecurrenceRule moved =
        rule.end() instanceof RuleEnd.AtLocal end
            ? rule.endingWith(new RuleEnd.AtLocal(end.last().plus(shift)))
            : rule;
    TreeSet<LocalDateTime> exdates = new TreeSet<>();
    wallClocks.stream()
        .filter(at -> exclusions.contains(instant(at), start))
        .forEach(at -> exdates.add(at.plus(shift)));
    // Exclusions after the compared times may be occurrences of the rule too.
    exclusions
        .after(wallClocks.isEmpty() ? start.instant() : last())
        .forEach(instant -> exdates.add(LocalDateTime.ofInstant(instant, venue)));
    return new Plan.Recurring(start.wallClock().plus(shift), moved.canonical(), exdates);
  }

  /**
   * The occurrences ahead, one by one.
   *
   * @throws InvalidRequest when the recurrence has no end, or too many occurrences
   */
  List<Instant> asDates(Exclusions exclusions) {
    if (rule.end() instanceof RuleEnd.Never || wallClocks.size() > MOST_DATES) {
      throw new InvalidRequest(
          ("runs by the clock of another zone, and no rule says its times on the venue's clock:"
                  + " give it an end within %s dates, and they are taken one by one")
              .formatted(MOST_DATES));
    }
    return wallClocks.stream()
        .map(this::instant)
        .filter(instant -> !exclusions.contains(instant, start))
        .toList();
  }

  private Instant last() {
    return instant(wallClocks.get(wallClocks.size() - 1));
  }

  private Instant instant(LocalDateTime wallClock) {
    return CalendarTime.instant(wallClock, start.rules());
  }
}
