package dev.court.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.NewYork;
import dev.court.Player;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Plan;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes on a Sunday, 22 November 2026. */
class PlanChangeTest {
  private static final Plan ONCE = NewYork.plan("2026-12-02T17:00");
  private static final Plan WEDNESDAYS =
      recurring("FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=9")
          .without(LocalDateTime.parse("2026-12-02T17:00"));
  private static final Plan FIRST_WEDNESDAYS =
      recurring("FREQ=MONTHLY;BYDAY=1WE;BYHOUR=17;BYMINUTE=0");

  private static Plan.Recurring recurring(String rule) {
    return (Plan.Recurring) NewYork.plan(rule);
  }

  /** The changed plan: its start, and for a recurrence its rule and what is skipped. */
  private static String change(Plan plan, String options) {
    Plan changed = new PlanChange(NewYork.VENUE, Player.NOW).change(plan, options(options));
    return changed instanceof Plan.Recurring recurring
        ? "%s %s %s".formatted(recurring.dtstart(), recurring.rrule(), recurring.exdates())
        : ((Plan.OneOff) changed).at().toString();
  }

  /** Such as {@code on:we,fr time:17:00}. */
  private static PlanOptions options(String text) {
    Map<String, String> given = new HashMap<>();
    for (String option : text.split(" ", -1)) {
      given.put(option.replaceFirst(":.*", ""), option.replaceFirst("^\\w*:?", ""));
    }
    return new PlanOptions(
        given.get("at"),
        given.get("rrule"),
        given.get("from"),
        given.get("on"),
        given.get("time"),
        given.containsKey("every") ? Integer.valueOf(given.get("every")) : null,
        given.get("until"),
        given.containsKey("count") ? Integer.valueOf(given.get("count")) : null);
  }

  private static void assertRefused(Plan plan, String options, String reason) {
    assertThatThrownBy(() -> change(plan, options))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                   | 2026-11-22T00:00 FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=9 [2026-12-02T17:00]
          time:18:30           | 2026-11-22T00:00 FREQ=WEEKLY;BYDAY=WE;BYHOUR=18;BYMINUTE=30;COUNT=9 [2026-12-02T18:30]
          on:we,fr             | 2026-11-22T00:00 FREQ=WEEKLY;BYDAY=WE,FR;BYHOUR=17;BYMINUTE=0;COUNT=9 [2026-12-02T17:00]
          on:fr                | 2026-11-22T00:00 FREQ=WEEKLY;BYDAY=FR;BYHOUR=17;BYMINUTE=0;COUNT=9 []
          on:fr time:10:00     | 2026-11-22T00:00 FREQ=WEEKLY;BYDAY=FR;BYHOUR=10;BYMINUTE=0;COUNT=9 []
          every:2              | 2026-11-22T00:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=9 [2026-12-02T17:00]
          count:5              | 2026-11-22T00:00 FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=5 [2026-12-02T17:00]
          until:2026-12-31     | 2026-11-22T00:00 FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;UNTIL=20261231 [2026-12-02T17:00]
          from:2026-12-01      | 2026-12-01T00:00 FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=9 [2026-12-02T17:00]
          from:2026-12-09      | 2026-12-09T00:00 FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=9 []
          at:2026-12-04T10:00  | 2026-12-04T10:00
          rrule:FREQ=DAILY;BYHOUR=7 | 2026-11-22T00:00 FREQ=DAILY;BYHOUR=7 [2026-12-02T07:00]
          rrule:FREQ=DAILY;BYHOUR=7,8 | 2026-11-22T00:00 FREQ=DAILY;BYHOUR=7,8 []
          """)
  void changes_the_named_parts_of_a_weekly_recurrence(String options, String changed) {
    assertThat(change(WEDNESDAYS, options)).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count:5 until:2026-12-31 | COUNT and UNTIL both end the rule
          time:17:10               | 17:10 is off the grid
          every:0                  | INTERVAL='0'
          on:xx                    | no day 'xx'
          """)
  void refuses_what_a_weekly_recurrence_cannot_be(String options, String reason) {
    assertRefused(WEDNESDAYS, options, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time:18:00       | 2026-11-22T00:00 FREQ=MONTHLY;BYDAY=1WE;BYHOUR=18;BYMINUTE=0 []
          on:fr time:18:00 | 2026-11-22T00:00 FREQ=WEEKLY;BYDAY=FR;BYHOUR=18;BYMINUTE=0 []
          """)
  void another_recurrence_becomes_weekly_when_days_and_time_are_named(
      String options, String changed) {
    assertThat(change(FIRST_WEDNESDAYS, options)).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource({"on:fr", "every:2", "every:2 time:18:00"})
  void another_recurrence_has_no_days_to_change(String options) {
    assertRefused(FIRST_WEDNESDAYS, options, "the schedule is not by days of the week");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time:18:00          | 2026-12-02T18:00
          at:2026-12-04T10:00 | 2026-12-04T10:00
          on:we time:17:00    | 2026-11-22T00:00 FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0 []
          """)
  void a_single_time_gets_another_time_or_becomes_weekly(String options, String changed) {
    assertThat(change(ONCE, options)).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every:2           | the schedule is for a single time
          time:18:00 every:2 | the schedule is for a single time
          count:3           | the schedule is for a single time
          on:we             | --on needs --time
          time:18:10        | 18:10 is off the grid
          """)
  void a_single_time_has_no_parts_of_a_rule(String options, String reason) {
    assertRefused(ONCE, options, reason);
  }
}
