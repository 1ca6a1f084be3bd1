package dev.court.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.booking.InvalidRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WeeklyRuleTest {
  private static final LocalTime FIVE = LocalTime.of(17, 0);
  private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);

  @Test
  void writes_the_rule_that_one_would_write_by_hand() {
    assertThat(new WeeklyRule(Weekdays.parse("we"), FIVE, 1, null, 52).toRule())
        .hasToString("FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=52");
  }

  @Test
  void writes_several_days_every_other_week_to_the_end_of_a_day() {
    assertThat(new WeeklyRule(Weekdays.parse("fr,mo"), FIVE, 2, NEW_YEARS_EVE, null).toRule())
        .hasToString("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;BYHOUR=17;BYMINUTE=0;UNTIL=20261231");
  }

  @Test
  void has_no_end_when_none_is_given() {
    assertThat(new WeeklyRule(Weekdays.parse("daily"), LocalTime.of(7, 30), 1, null, null).toRule())
        .hasToString("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=7;BYMINUTE=30");
  }

  @Test
  void includes_the_last_day() {
    RecurrenceRule rule =
        new WeeklyRule(Set.of(DayOfWeek.THURSDAY), FIVE, 1, NEW_YEARS_EVE, null).toRule();

    assertThat(Recurrence.of(rule.canonical(), "2026-12-20T00:00").wallClocks(9))
        .containsExactly("2026-12-24T17:00", "2026-12-31T17:00");
  }

  @Test
  void refuses_what_makes_no_rule() {
    assertRefused("no day of the week is named", () -> weekly(Set.of(), FIVE, 1));
    assertRefused("17:00:30 is no whole minute", () -> weekly(thursday(), FIVE.withSecond(30), 1));
    assertRefused("INTERVAL='0': use 1 to 1000", () -> weekly(thursday(), FIVE, 0).toRule());
    assertRefused(
        "COUNT and UNTIL both end the rule",
        () -> new WeeklyRule(thursday(), FIVE, 1, NEW_YEARS_EVE, 5).toRule());
  }

  private static WeeklyRule weekly(Set<DayOfWeek> days, LocalTime time, int every) {
    return new WeeklyRule(days, time, every, null, null);
  }

  private static Set<DayOfWeek> thursday() {
    return Set.of(DayOfWeek.THURSDAY);
  }

  private static void assertRefused(
      String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidRequest.class).hasMessageContaining(message);
  }
}
