package dev.court.planning.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a text says up to some word. Each part can be said once; null where it is not said yet.
 *
 * @param days of the week, Monday first; may be empty
 * @param isEvery whether it comes back each week
 * @param isNextWeek whether the day is one of the week after this one
 */
record Draft(
    Set<DayOfWeek> days,
    boolean isEvery,
    boolean isNextWeek,
    Integer interval,
    LocalDate date,
    SpokenTime time,
    DayPart part,
    LocalDate from,
    LocalDate until,
    Integer count) {

  static final Draft EMPTY =
      new Draft(Set.of(), false, false, null, null, null, null, null, null, null);

  /** Whether it says one day and no more than that. */
  boolean isDay() {
    boolean isBare = time == null && part == null && from == null && until == null && count == null;
    boolean isOne =
        date == null
            ? days.size() == 1
            : days.isEmpty() || days.equals(Set.of(date.getDayOfWeek()));
    return isBare && isOne && !isEvery && interval == null && !(date != null && isNextWeek);
  }

  Draft with(Set<DayOfWeek> more) {
    var all = EnumSet.copyOf(more);
    all.addAll(days);
    return new Draft(all, isEvery, isNextWeek, interval, date, time, part, from, until, count);
  }

  Draft every() {
    return new Draft(days, true, isNextWeek, interval, date, time, part, from, until, count);
  }

  Draft nextWeek() {
    return new Draft(days, isEvery, true, interval, date, time, part, from, until, count);
  }

  Optional<Draft> with(SpokenTime said) {
    return once(
        time, new Draft(days, isEvery, isNextWeek, interval, date, said, part, from, until, count));
  }

  Optional<Draft> with(DayPart said) {
    return once(
        part, new Draft(days, isEvery, isNextWeek, interval, date, time, said, from, until, count));
  }

  Optional<Draft> on(LocalDate said) {
    return once(
        date, new Draft(days, isEvery, isNextWeek, interval, said, time, part, from, until, count));
  }

  Optional<Draft> from(LocalDate said) {
    return once(
        from, new Draft(days, isEvery, isNextWeek, interval, date, time, part, said, until, count));
  }

  Optional<Draft> until(LocalDate said) {
    return once(
        until, new Draft(days, isEvery, isNextWeek, interval, date, time, part, from, said, count));
  }

  Optional<Draft> times(int said) {
    return once(
        count, new Draft(days, isEvery, isNextWeek, interval, date, time, part, from, until, said));
  }

  Optional<Draft> everyWeeks(int said) {
    return once(
        interval, new Draft(days, true, isNextWeek, said, date, time, part, from, until, count));
  }

  /** Empty where that was said before. */
  private static Optional<Draft> once(Object before, Draft after) {
    return before == null ? Optional.of(after) : Optional.empty();
  }
}
