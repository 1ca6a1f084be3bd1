package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weeks over New Year, where other implementations disagree with ISO 8601 and each other: python-
 * dateutil has a week 53 in 2038, lib-recur one in 2021.
 */
final class WeekNumberTest {
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
  private static final LocalDate TO = LocalDate.of(2040, 1, 1);

  @ParameterizedTest
  @EnumSource
  void selects_the_days_of_the_week_with_that_number(DayOfWeek weekStart) {
    for (int number : new int[] {1, 2, 51, 52, 53, -1, -2, -52, -53}) {
      String rule =
          "FREQ=YEARLY;BYWEEKNO=%s;BYDAY=MO,TU,WE,TH,FR,SA,SU;WKST=%s"
              .formatted(number, Weekdays.code(weekStart));
      var expected = FROM.datesUntil(TO).filter(day -> has(day, number, weekStart)).limit(60);

      assertThat(days(rule, 60)).as(rule).isEqualTo(expected.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BYMONTH=1;BYMONTHDAY=1", "BYYEARDAY=1", "BYMONTH=1;BYMONTHDAY=-31"})
  void keeps_only_the_days_that_the_other_parts_leave(String parts) {
    assertThat(days("FREQ=YEARLY;BYWEEKNO=1,52,53;" + parts, 20))
        .hasSize(20)
        .allMatch(day -> day.getDayOfYear() == 1);
  }

  private static boolean has(LocalDate day, int number, DayOfWeek weekStart) {
    var week = WeekFields.of(weekStart, 4).weekOfWeekBasedYear();
    int last = (int) week.rangeRefinedBy(day).getMaximum();
    return day.get(week) == (number > 0 ? number : last + 1 + number);
  }

  private static List<LocalDate> days(String rule, int limit) {
    return Recurrence.of(rule, FROM + "T17:00").all(limit).stream()
        .map(o -> o.wallClock().toLocalDate())
        .filter(day -> day.isBefore(TO))
        .toList();
  }
}
