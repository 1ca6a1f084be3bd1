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
 * The wall-clock times of a recurrence, a year at a time, COUNT kept. Only COUNT has to walk from
 * the start; other rules are asked from any year on, so a start long ago costs nothing.
 */
final class TimesByYear implements Iterator<List<LocalDateTime>> {
  /** No rule that means anything pauses for longer; a leap day on a Sunday once does for 40. */
  private static final int MOST_EMPTY_YEARS = 60;

  private final RecurrenceRule rule;
  private final LocalDateTime dtstart;
  private final RuleDays days;
  private final SortedSet<LocalTime> times;
  private final int lastYear;

  private int year;
  private int emptyYears;
  private long left;

  /** The years of the series that have the days from one to another. */
  TimesByYear(RecurrenceRule rule, LocalDateTime dtstart, LocalDate from, LocalDate to) {
    LocalDate first = dtstart.toLocalDate();
    Interval beat = rule.beat();
    this.rule = rule.inFull(first);
    this.dtstart = dtstart;
    this.days = new RuleDays(this.rule);
    this.times = rule.times(dtstart.toLocalTime());
    this.left = rule.end().most();
    this.year = beat.yearOf(isCounted() || from.isBefore(first) ? first : from);
    this.lastYear = Math.min(beat.yearOf(to), beat.yearOf(rule.end().lastDay()));
  }

  @Override
  public boolean hasNext() {
    return year <= lastYear && left > 0 && emptyYears <= MOST_EMPTY_YEARS;
  }

  @Override
  public List<LocalDateTime> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<LocalDateTime> wallClocks = ofYear(year++).limit(left).toList();
    emptyYears = wallClocks.isEmpty() ? emptyYears + 1 : 0;
    left -= isCounted() ? wallClocks.size() : 0;
    return wallClocks;
  }

  private boolean isCounted() {
    return left != Long.MAX_VALUE;
  }

  private Stream<LocalDateTime> ofYear(int someYear) {
    Interval beat = rule.beat();
    return days.between(beat.startOf(someYear), beat.startOf(someYear + 1).minusDays(1)).stream()
        .filter(day -> beat.isOn(day, dtstart.toLocalDate()))
        .collect(Collectors.groupingBy(beat::indexOf, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(this::ofPeriod)
        .filter(wallClock -> !wallClock.isBefore(dtstart));
  }

  private Stream<LocalDateTime> ofPeriod(List<LocalDate> selected) {
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
