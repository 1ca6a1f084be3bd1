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
 * A series on the clock of one zone that is to be played in another. When the two clocks differ by
 * the same all along, the rule is kept and its time is moved; otherwise no rule says when to play,
 * and only a series with an end can be followed, date by date.
 */
final class SeriesConversion {
  /** Longer than that no two zones agree by chance. */
  private static final Period LOOKED_AT = Period.ofYears(4);

  private static final int MOST_LOOKED_AT = 2_000;
  private static final int MOST_DATES = 100;

  private final RecurrenceRule rule;
  private final CalendarTime start;
  private final ZoneId venue;
  private final List<LocalDateTime> wallClocks;

  /**
   * A series of which what is over does not matter.
   *
   * @param start its DTSTART, in the zone that its rule runs in
   */
  SeriesConversion(RecurrenceRule rule, CalendarTime start, ZoneId venue, Instant now) {
    this.rule = rule;
    this.start = start;
    this.venue = venue;
    this.wallClocks = ahead(now);
  }

  /** On the clock of its own zone, as if that were never changed. */
  private List<LocalDateTime> ahead(Instant now) {
    RecurrenceRule local = rule.endingOnTheClockOf(start.rules());
    LocalDateTime from = LocalDateTime.ofInstant(now, start.rules().getOffset(now));
    LocalDateTime first = from.isBefore(start.wallClock()) ? start.wallClock() : from;
    return new RecurrenceSet(
            new Plan.Recurring(start.wallClock(), local.canonical()), ZoneOffset.UTC)
            .between(
                first.toInstant(ZoneOffset.UTC),
                first.plus(LOOKED_AT).toInstant(ZoneOffset.UTC),
                MOST_LOOKED_AT)
            .stream()
            .map(Occurrence::wallClock)
            .toList();
  }

  /** Whether the rule has the start of the series, if that is not over. */
  boolean hasItsStart() {
    return wallClocks.contains(start.wallClock());
  }

  /** The same series on the venue's clock, if a rule can say it. */
  Optional<Plan.Recurring> onTheVenuesClock(Exclusions leftOut) {
    return shifts().filter(this::isRight).findFirst().map(shift -> shifted(shift, leftOut));
  }

  /** None is tried first: in a gap of both clocks the two differ for once. */
  private Stream<Duration> shifts() {
    return Stream.concat(
        Stream.of(Duration.ZERO),
        wallClocks.stream()
            .limit(2)
            .map(at -> Duration.between(at, LocalDateTime.ofInstant(instant(at), venue))));
  }

  private boolean isRight(Duration shift) {
    if (!shift.isZero() && rule.hasTime()) {
      return false;
    }
    return wallClocks.stream()
        .allMatch(
            at ->
                at.plus(shift).toLocalDate().equals(at.toLocalDate())
                    && Occurrence.of(at.plus(shift), venue).instant().equals(instant(at)));
  }

  private Plan.Recurring shifted(Duration shift, Exclusions leftOut) {
    RecurrenceRule moved =
        rule.end() instanceof RuleEnd.AtLocal end
            ? rule.endingWith(new RuleEnd.AtLocal(end.last().plus(shift)))
            : rule;
    TreeSet<LocalDateTime> exdates = new TreeSet<>();
    wallClocks.stream()
        .filter(at -> leftOut.has(instant(at), start))
        .forEach(at -> exdates.add(at.plus(shift)));
    // Of what lies beyond what was looked at, nobody knows yet whether the rule has it.
    leftOut
        .after(wallClocks.isEmpty() ? start.instant() : last())
        .forEach(instant -> exdates.add(LocalDateTime.ofInstant(instant, venue)));
    return new Plan.Recurring(start.wallClock().plus(shift), moved.canonical(), exdates);
  }

  /**
   * Its dates ahead, one by one.
   *
   * @throws InvalidRequest when there is no end to them
   */
  List<Instant> dates(Exclusions leftOut) {
    if (rule.end() instanceof RuleEnd.Never || wallClocks.size() > MOST_DATES) {
      throw new InvalidRequest(
          ("runs by the clock of another zone, and no rule says its times on the venue's clock:"
                  + " give it an end within %s dates, and they are taken one by one")
              .formatted(MOST_DATES));
    }
    return wallClocks.stream()
        .map(this::instant)
        .filter(instant -> !leftOut.has(instant, start))
        .toList();
  }

  private Instant last() {
    return instant(wallClocks.get(wallClocks.size() - 1));
  }

  private Instant instant(LocalDateTime wallClock) {
    return CalendarTime.instant(wallClock, start.rules());
  }
}
