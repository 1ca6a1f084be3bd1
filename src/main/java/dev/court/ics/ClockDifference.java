package dev.court.ics;

import dev.court.booking.Occurrence;
import dev.court.recurrence.RecurrenceRule;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether the clocks of a zone and of the venue differ by a constant. */
record ClockDifference(ZoneRules rules, ZoneId venue, ReadingBudget budget) {
  /**
   * Clocks change by weekdays of months, and any 40 years have years of all fourteen kinds: leap
   * years and others, beginning on each weekday.
   */
  private static final int YEARS = 40;

  private static final int MOST_TIMES_A_DAY = 24;

  /** Whether both clocks always show the same. */
  boolean isNone() {
    return rules.equals(venue.getRules());
  }

  /**
   * What to add to the wall-clock times of a rule without end; empty when that changes, or might
   * change on days that the rule may have.
   *
   * @param start of the recurrence
   * @param from the first time that matters
   */
  Optional<Duration> onDays(RecurrenceRule rule, LocalDateTime start, LocalDateTime from) {
    Collection<LocalTime> times = rule.times(start.toLocalTime());
    if (isNone()) {
      return Optional.of(Duration.ZERO);
    }
    budget.spend(YEARS * (1 + times.size() / 2) / 2);
    return times.size() > MOST_TIMES_A_DAY
        ? Optional.empty()
        : at(days(rule, start, from).flatMap(day -> times.stream().map(day::atTime)).toList());
  }

  private static Stream<LocalDate> days(
      RecurrenceRule rule, LocalDateTime start, LocalDateTime from) {
    LocalDate first = from.toLocalDate();
    return first.datesUntil(first.plusYears(YEARS)).filter(rule.possibleDays(start.toLocalDate()));
  }

  /** What to add to each of these wall-clock times; empty when that changes or there are none. */
  Optional<Duration> at(List<LocalDateTime> wallClocks) {
    return wallClocks.isEmpty()
        ? Optional.empty()
        : candidates(wallClocks).filter(shift -> isSame(shift, wallClocks)).findFirst();
  }

  /**
   * Zero comes first: in a gap of both clocks, the first times differ although the clocks agree.
   */
  private Stream<Duration> candidates(List<LocalDateTime> wallClocks) {
    return Stream.concat(
        Stream.of(Duration.ZERO),
        wallClocks.stream().limit(2).map(at -> Duration.between(at, atVenue(at))));
  }

  private LocalDateTime atVenue(LocalDateTime wallClock) {
    return LocalDateTime.ofInstant(CalendarTime.instant(wallClock, rules), venue);
  }

  /** A rule for Wednesdays must not be shifted to Tuesdays. */
  private boolean isSame(Duration shift, List<LocalDateTime> wallClocks) {
    return wallClocks.stream()
        .allMatch(
            at ->
                at.plus(shift).toLocalDate().equals(at.toLocalDate())
                    && Occurrence.of(at.plus(shift), venue)
                        .instant()
                        .equals(CalendarTime.instant(at, rules)));
  }
}
