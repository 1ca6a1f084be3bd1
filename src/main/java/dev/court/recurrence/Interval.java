package dev.court.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;

/**
 * Which days, weeks, months or years have occurrences: each nth, counted from the one in which the
 * recurrence starts (FREQ, INTERVAL and WKST in RFC 5545, 3.3.10).
 *
 * @param step INTERVAL: 1 for each period, 2 for every other period, ...
 * @param weekStart WKST: the first day of a week
 */
record Interval(Frequency frequency, int step, DayOfWeek weekStart) {

  /** The number of the period that {@code date} lies in; the next period has the next number. */
  long indexOf(LocalDate date) {
    return switch (frequency) {
      case DAILY -> date.toEpochDay();
      case WEEKLY -> Math.floorDiv(startOfWeek(date).toEpochDay(), 7);
      case MONTHLY -> date.getLong(ChronoField.PROLEPTIC_MONTH);
      case YEARLY -> date.getYear();
    };
  }

  /** Whether the period of {@code date} has occurrences when the recurrence starts on a day. */
  boolean includes(LocalDate date, LocalDate first) {
    return Math.floorMod(indexOf(date) - indexOf(first), step) == 0;
  }

  /** The year that the period of {@code date} belongs to; see {@link #startOf}. */
  int yearOf(LocalDate date) {
    int year = date.getYear();
    return date.isBefore(startOf(year + 1)) ? year : year + 1;
  }

  /**
   * The first day that belongs to {@code year} when no period is divided: a week over New Year
   * belongs to the new year.
   */
  LocalDate startOf(int year) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    return frequency == Frequency.WEEKLY ? startOfWeek(newYear) : newYear;
  }

  private LocalDate startOfWeek(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(weekStart));
  }
}
