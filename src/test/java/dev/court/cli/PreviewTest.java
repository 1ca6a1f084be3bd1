package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest extends WithPlayer {

  @ParameterizedTest
  @ValueSource(strings = {"table", "json", "ndjson", "csv"})
  void writes_nothing_and_needs_no_account(String format) {
    player.with("COURT_OCCUPANT_ID", null);

    Ran ran = type("preview --on we --time 17:00 -o " + format);

    assertThat(ran.succeeds().err()).isEmpty();
    assertThat(home).doesNotExist();
  }

  @Test
  void shows_times_and_openings_with_the_zone() {
    Ran ran = type("preview --on we --time 17:00 --limit 2 --court 2");

    assertThat(ran.out())
        .isEqualTo(
            """
            START                      OPENS                      COURTS  MIN  NOTE
            Wed 25 Nov 2026 17:00 EST  Wed 18 Nov 2026 17:00 EST  2       30
            Wed 2 Dec 2026 17:00 EST   Wed 25 Nov 2026 17:00 EST  2       30
            """);
  }

  @Test
  void gives_an_array_of_bookings_without_ids() {
    Ran ran = type("preview --at 2026-12-02T17:00 -o json");

    assertThat(ran.rows()).hasSize(1);
    assertThat(ran.rows().get(0))
        .containsEntry("id", null)
        .containsEntry("schedule_id", null)
        .containsEntry("type", "one-off")
        .containsEntry("desired_time", "2026-12-02T17:00:00-05:00")
        .containsEntry("trigger_time", "2026-11-25T17:00:00-05:00")
        .containsEntry("status", "pending");
  }

  @Test
  void shows_the_gap_in_spring_and_the_week_after_it() {
    Ran ran = type("preview --on su --time 2:30 --from 2027-03-08 --limit 3");

    assertThat(ran.out().lines().skip(1).map(line -> line.replaceAll(" {2,}", " | ")))
        .containsExactly(
            "Sun 14 Mar 2027 03:30 EDT | Sun 7 Mar 2027 02:30 EST | 1,2 | 30"
                + " | 02:30 does not exist that day: the clocks go forward",
            "Sun 21 Mar 2027 02:30 EDT | Sun 14 Mar 2027 01:30 EST | 1,2 | 30",
            "Sun 28 Mar 2027 02:30 EDT | Sun 21 Mar 2027 02:30 EDT | 1,2 | 30");
  }

  @Test
  void shows_the_hour_that_happens_twice_in_autumn_and_the_week_after_it() {
    Ran ran = type("preview --on su --time 1:30 --from 2027-11-01 --limit 3");

    assertThat(ran.out().lines().skip(1).map(line -> line.replaceAll(" {2,}", " | ")))
        .containsExactly(
            "Sun 7 Nov 2027 01:30 EDT | Sun 31 Oct 2027 01:30 EDT | 1,2 | 30"
                + " | 01:30 happens twice that day: the earlier one",
            "Sun 14 Nov 2027 01:30 EST | Sun 7 Nov 2027 01:30 EST | 1,2 | 30",
            "Sun 21 Nov 2027 01:30 EST | Sun 14 Nov 2027 01:30 EST | 1,2 | 30");
  }

  @ParameterizedTest
  @CsvSource({
    "PT168H, 2027-03-10T18:00:00-05:00, 2027-11-03T20:00:00-04:00",
    "P7D,    2027-03-10T19:00:00-05:00, 2027-11-03T19:00:00-04:00"
  })
  void a_window_of_hours_and_one_of_days_differ_in_the_week_after_a_clock_change(
      String window, String spring, String autumn) {
    player.with("COURT_WINDOW", window);

    assertThat(opening("2027-03-17T19:00")).isEqualTo(spring);
    assertThat(opening("2027-11-10T19:00")).isEqualTo(autumn);
  }

  private Object opening(String at) {
    return court("preview", "--at", at, "-o", "json").rows().get(0).get("trigger_time");
  }

  @Test
  void an_unlimited_rule_shows_ten_unless_told_otherwise() {
    assertThat(type("preview --on daily --time 7:00 -o json").rows()).hasSize(10);
    assertThat(type("preview --on daily --time 7:00 --limit 1000 -o json").rows()).hasSize(1000);
    assertThat(type("preview --on daily --time 13:00 --count 3 -o json").rows()).hasSize(3);
  }

  @Test
  void past_ones_are_shown_when_asked_for() {
    String rule = "preview --on mo --time 7:00 --from 2026-11-09 --count 3 -o json";

    assertThat(type(rule).rows()).hasSize(1);
    assertThat(type(rule + " --all").rows())
        .extracting(row -> row.get("desired_time"))
        .containsExactly(
            "2026-11-09T07:00:00-05:00", "2026-11-16T07:00:00-05:00", "2026-11-23T07:00:00-05:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--rrule FREQ=DAILY;BYHOUR=7;COUNT=3 --from 2020-01-01",
        "--rrule FREQ=DAILY;BYHOUR=7;UNTIL=20200101 --from 2019-01-01",
        "--rrule FREQ=DAILY;BYHOUR=7;BYMONTH=2;BYMONTHDAY=30",
        "--on we --time 17:00 --until 2026-11-01"
      })
  void a_rule_without_a_future_is_refused(String options) {
    type("preview " + options)
        .failsWith(ExitCodes.USAGE, "the rule has no time to play ahead", "court preview --all");
  }

  @Test
  void a_rule_without_any_time_shows_an_empty_array_when_past_ones_are_asked_for() {
    Ran ran = type("preview --rrule FREQ=DAILY;BYHOUR=7;BYMONTH=2;BYMONTHDAY=30 --all -o json");

    assertThat(ran.succeeds().rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "100001"})
  void refuses_a_limit_out_of_range(String limit) {
    type("preview --on we --time 17:00 --limit " + limit)
        .failsWith(ExitCodes.USAGE, "--limit must be from 1 to 100000");
  }

  @Test
  void the_zone_of_the_venue_counts_and_not_that_of_the_host() {
    player.with("COURT_TIMEZONE", "Asia/Tokyo");

    Map<String, Object> booking = type("preview --at 2026-12-02T17:00 -o json").rows().get(0);

    assertThat(booking)
        .containsEntry("desired_time", "2026-12-02T17:00:00+09:00")
        .containsEntry("trigger_time", "2026-11-25T17:00:00+09:00");
  }
}
