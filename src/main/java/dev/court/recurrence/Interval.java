package dev.court.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;

/**
 * The periods that a rule counts in: days, weeks, months or years, of which every nth is on.
 *
 * @param interval from one period that is on to the next
 * @param weekStart the first day of a week
 */
record Interval(Frequency frequency, int interval, DayOfWeek weekStart) {

  /** Where the period of {@code date} stands among all periods. */
  long indexOf(LocalDate date) {
    return switch (frequency) {
      case DAILY -> date.toEpochDay();
      case WEEKLY -> Math.floorDiv(startOfWeek(date).toEpochDay(), 7);
      case MONTHLY -> date.getLong(ChronoField.PROLEPTIC_MONTH);
      case YEARLY -> date.getYear();
    };
  }

  /** Whether the period of {@code date} is on, counted from the period of {@code first}. */
  boolean isOn(LocalDate date, LocalDate first) {
    return Math.floorMod(indexOf(date) - indexOf(first), interval) == 0;
  }

  /** The year that counts {@code date}'s period as its own; see {@link #startOf}. */
  int yearOf(LocalDate date) {
    int year = date.getYear();
    return date.isBefore(startOf(year + 1)) ? year : year + 1;
  }

  /**
   * The first day that belongs to {@code year} when periods are kept whole: a week over New Year
   * belongs to the new one.
   */
  LocalDate startOf(int year) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    return frequency == Frequency.WEEKLY ? startOfWeek(newYear) : newYear;
  }

  private LocalDate startOfWeek(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(weekStart));
  }
}
