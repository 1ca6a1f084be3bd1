package dev.court.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Month;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.WeekDay;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * The days that a rule selects before INTERVAL, BYSETPOS and the end of the rule are applied.
 *
 * <p>ical4j 4.4 finds nth weekdays and week numbers, and only where its answer is right; for other
 * parts each day is looked at, which takes a hundredth of the time. {@link TimesByYear} applies
 * times, INTERVAL and COUNT, because ical4j reads UNTIL in the host's zone, loses days of WEEKLY
 * rules with BYMONTH and of YEARLY rules with several BY parts, and gives up after 1,000 periods
 * without an occurrence.
 */
final class RuleDays {
  private static final List<WeekDay> WHOLE_WEEK =
      Arrays.stream(DayOfWeek.values()).map(WeekDay::getWeekDay).toList();

  private final ByParts by;

  /** Empty where each day is looked at. */
  private final Optional<Recur<LocalDate>> numbered;

  /** For a rule that names its days; see {@link RecurrenceRule#withDaysFrom}. */
  RuleDays(RecurrenceRule rule) {
    this.by = rule.by();
    this.numbered =
        by.hasOrdinals() || by.has(RulePart.BYWEEKNO) ? Optional.of(recur(rule)) : Optional.empty();
  }

  /** The selected days in order, from {@code first} to {@code last} inclusive. */
  List<LocalDate> between(LocalDate first, LocalDate last) {
    if (numbered.isEmpty()) {
      return first.datesUntil(last.plusDays(1)).filter(this::mayBe).toList();
    }
    // A week that is numbered in one year may begin or end in another year.
    LocalDate seed = by.has(RulePart.BYWEEKNO) ? first.minusMonths(6) : first;
    return numbered.get().getDates(seed, first, last).stream().filter(this::isSelected).toList();
  }

  /** The rule that ical4j gets; all other parts only exclude days. */
  private static Recur<LocalDate> recur(RecurrenceRule rule) {
    ByParts by = rule.by();
    if (by.has(RulePart.BYWEEKNO)) {
      return recur(rule, Frequency.YEARLY)
          .weekNoList(by.of(RulePart.BYWEEKNO))
          .dayList(by.has(RulePart.BYDAY) ? days(by) : WHOLE_WEEK)
          .build();
    }
    Frequency frequency = Frequency.valueOf(rule.interval().frequency().name());
    return recur(rule, frequency).monthList(months(by)).dayList(days(by)).build();
  }

  private static Recur.Builder<LocalDate> recur(RecurrenceRule rule, Frequency frequency) {
    // Without these two, ical4j uses the locale of the host.
    return new Recur.Builder<LocalDate>()
        .rscale(Recur.RScale.ISO8601)
        .weekStartDay(WeekDay.getWeekDay(rule.interval().weekStart()))
        .frequency(frequency);
  }

  private static List<WeekDay> days(ByParts by) {
    return by.days().stream()
        .map(day -> new WeekDay(WeekDay.getWeekDay(day.day()), day.nth()))
        .toList();
  }

  private static List<Month> months(ByParts by) {
    return by.of(RulePart.BYMONTH).stream().map(Month::valueOf).toList();
  }

  /** Whether a day is selected, but for the numbers of weekdays and weeks. */
  boolean mayBe(LocalDate day) {
    return isSelected(day)
        && (by.days().isEmpty()
            || by.days().stream().anyMatch(named -> named.day() == day.getDayOfWeek()));
  }

  /** Applies the parts that the rule for ical4j does not have. */
  private boolean isSelected(LocalDate day) {
    return lists(RulePart.BYMONTH, day.getMonthValue(), 12)
        && lists(RulePart.BYMONTHDAY, day.getDayOfMonth(), day.lengthOfMonth())
        && lists(RulePart.BYYEARDAY, day.getDayOfYear(), day.lengthOfYear());
  }

  private boolean lists(RulePart part, int number, int most) {
    List<Integer> listed = by.of(part);
    return listed.isEmpty() || listed.contains(number) || listed.contains(number - most - 1);
  }
}
