package dev.court.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The wall-clock times of a recurrence, one list for each year, at most COUNT in all. Only a rule
 * with COUNT is computed from its start. Any other rule begins with the year that is asked for, so
 * a start long ago costs nothing.
 */
final class TimesByYear implements Iterator<List<LocalDateTime>> {
  /** The search ends here. The 29th of February falls on a Sunday again after at most 40 years. */
  private static final int MOST_EMPTY_YEARS = 60;

  private final RecurrenceRule rule;
  private final LocalDateTime dtstart;
  private final RuleDays days;
  private final SortedSet<LocalTime> times;
  private final int lastYear;

  private int year;
  private int emptyYears;
  private long remaining;

  /** The years that contain the days from {@code from} to {@code to}. */
  TimesByYear(RecurrenceRule rule, LocalDateTime dtstart, LocalDate from, LocalDate to) {
    LocalDate first = dtstart.toLocalDate();
    Interval interval = rule.interval();
    this.rule = rule.withDaysFrom(first);
    this.dtstart = dtstart;
    this.days = new RuleDays(this.rule);
    this.times = rule.times(dtstart.toLocalTime());
    this.remaining = rule.end().most();
    this.year = interval.yearOf(isCounted() || from.isBefore(first) ? first : from);
    this.lastYear = Math.min(interval.yearOf(to), interval.yearOf(rule.end().lastDay()));
  }

  @Override
  public boolean hasNext() {
    return year <= lastYear && remaining > 0 && emptyYears <= MOST_EMPTY_YEARS;
  }

  @Override
  public List<LocalDateTime> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<LocalDateTime> wallClocks = timesOf(year++).limit(remaining).toList();
    emptyYears = wallClocks.isEmpty() ? emptyYears + 1 : 0;
    remaining -= isCounted() ? wallClocks.size() : 0;
    return wallClocks;
  }

  private boolean isCounted() {
    return remaining != Long.MAX_VALUE;
  }

  private Stream<LocalDateTime> timesOf(int calendarYear) {
    Interval interval = rule.interval();
    return days
        .between(interval.startOf(calendarYear), interval.startOf(calendarYear + 1).minusDays(1))
        .stream()
        .filter(day -> interval.includes(day, dtstart.toLocalDate()))
        .collect(Collectors.groupingBy(interval::indexOf, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(this::timesOfPeriod)
        .filter(wallClock -> !wallClock.isBefore(dtstart));
  }

  private Stream<LocalDateTime> timesOfPeriod(List<LocalDate> selected) {
    List<LocalDateTime> all =
        selected.stream().flatMap(day -> times.stream().map(day::atTime)).toList();
    List<Integer> positions = rule.by().of(RulePart.BYSETPOS);
    if (positions.isEmpty()) {
      return all.stream();
    }
    return IntStream.range(0, all.size())
        .filter(i -> positions.contains(i + 1) || positions.contains(i - all.size()))
        .mapToObj(all::get);
  }
}
