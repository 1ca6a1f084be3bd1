package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest extends WithPlayer {

  @Test
  void shows_schedules_with_what_comes_next() {
    court("add", "--on", "we", "--time", "17:00", "--name", "ladder night").succeeds();
    type("add --at 2026-12-04T07:00 --court 2 --duration 60").succeeds();

    assertThat(type("list").succeeds().out())
        .isEqualTo(
            """
            ID  WHEN                      COURTS  MIN  NEXT                   OPENS                  STATUS   SESSION     NAME
            1   every Wednesday at 17:00  1,2     30   Wed 25 Nov 2026 17:00  Wed 18 Nov 2026 17:00  pending  signed-out  ladder night
            2   Fri 4 Dec 2026 07:00      2       60   Fri 4 Dec 2026 07:00   Fri 27 Nov 2026 07:00  pending  signed-out
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "list,                        No schedules. Add one",
    "list --status failed,        No schedules of that status.",
    "list --bookings,             No bookings.",
    "list --bookings --status success, No bookings of that status."
  })
  void an_empty_list_says_so_on_standard_error(String line, String message) {
    Ran ran = type(line);

    assertThat(ran.succeeds().err()).startsWith(message);
    assertThat(ran.out()).isEmpty();
    assertThat(type(line + " -q").err()).isEmpty();
    assertThat(type(line + " -o json").rows()).isEmpty();
  }

  /** In one home: to look changes nothing. */
  @Test
  void shows_schedules_of_a_status() {
    type("add --at 2026-12-01T17:00").succeeds();
    type("add --on we --time 17:00").succeeds();
    type("add --on th --time 17:00").succeeds();
    type("add --on fr --time 17:00").succeeds();
    type("pause 2").succeeds();
    type("remove 4 --yes").succeeds();

    assertThat(shownBy("list --status pending")).containsExactly(1, 3);
    assertThat(shownBy("list --status paused")).containsExactly(2);
    assertThat(shownBy("list --status paused,pending")).containsExactly(1, 2, 3);
    assertThat(shownBy("list --status cancelled")).containsExactly(4);
    assertThat(shownBy("list --status ended")).isEmpty();
    assertThat(shownBy("list")).containsExactly(1, 2, 3);
    assertThat(shownBy("list --all")).containsExactly(1, 2, 3, 4);
  }

  private List<Object> shownBy(String line) {
    return type(line + " -o json").rows().stream().map(row -> row.get("id")).toList();
  }

  @Test
  void what_is_over_is_shown_when_asked_for() {
    type("add --at 2026-12-01T17:00").succeeds();
    type("add --on we --time 17:00 --count 1").succeeds();
    player.clock.set(Instant.parse("2027-01-01T12:00:00Z"));

    assertThat(type("list -o json").rows()).isEmpty();
    assertThat(type("list --all -o json").rows())
        .extracting(row -> row.get("status"))
        .containsExactly("pending", "ended");
    assertThat(type("list --status ended -o json").rows()).hasSize(1);
  }

  @Test
  void the_next_time_to_play_is_one_that_will_be_played() {
    type("add --on we --time 17:00").succeeds();

    type("skip 1 2026-11-25").succeeds();

    assertThat(schedule(1))
        .containsEntry("desired_time", "2026-12-02T17:00:00-05:00")
        .containsEntry("status", "pending");
  }

  @Test
  void a_rare_schedule_has_a_next_time_beyond_what_is_filled() {
    type("add --rrule FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;BYHOUR=10").succeeds();

    assertThat(schedule(1)).containsEntry("desired_time", "2027-05-01T10:00:00-04:00");
  }

  @Test
  void a_lost_time_does_not_end_a_series() {
    type("add --rrule FREQ=MONTHLY;BYMONTHDAY=24;BYHOUR=10 --court 1").succeeds();
    player.sandbox.hold("1", LocalDateTime.parse("2026-11-24T10:00"), slot());
    player.signIn();

    assertThat(type("run-due").code()).isEqualTo(ExitCodes.LOST);

    assertThat(schedule(1))
        .containsEntry("desired_time", "2026-12-24T10:00:00-05:00")
        .containsEntry("status", "pending");
  }

  private static Duration slot() {
    return Duration.ofMinutes(30);
  }

  @ParameterizedTest
  @CsvSource({
    "'--from 2026-11-25',                 25 26 27",
    "'--from 2026-11-26 --to 2026-11-26', 26",
    "'--to 2026-11-24',                   23 24",
    "'--bookings',                        23 24 25 26 27"
  })
  void shows_bookings_of_some_days(String options, String days) {
    type("add --on mo-fr --time 17:00 --count 5").succeeds();

    List<String> shown =
        type("list " + options + " -o json").rows().stream()
            .map(row -> row.get("desired_time").toString().substring(8, 10))
            .toList();

    assertThat(String.join(" ", shown)).isEqualTo(days);
  }

  @Test
  void bookings_of_the_past_are_shown_when_asked_for() {
    type("add --at 2026-11-24T10:00").succeeds();
    player.clock.set(Instant.parse("2026-12-01T12:00:00Z"));

    assertThat(type("list --bookings -o json").rows()).isEmpty();
    assertThat(type("list --bookings --all -o json").rows()).hasSize(1);
    assertThat(type("list --from 2026-11-24 -o json").rows()).hasSize(1);
  }

  @Test
  void a_booking_tells_what_came_of_it() {
    bookTuesday();

    Map<String, Object> booking = bookings().get(0);

    assertThat(booking)
        .containsEntry("status", "success")
        .containsEntry("schedule_id", 1)
        .containsEntry("court_ids", List.of("1"))
        .containsEntry("booked_court_id", "1")
        .containsEntry("reservation_id", "481001")
        .containsEntry("last_error", null)
        .containsKeys("attempts", "late_ms");
    assertThat(type("list --bookings").out()).contains("success", "Court 1", "reservation 481001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --status foo                          | no status 'foo': there is pending
          --status pendig                       | no status 'pendig', did you mean pending? Otherwise there is pending, in_flight
          --status pending,foo                  | no status 'foo'
          --status paused --bookings            | no status 'paused'
          --from 2026-02-30                     | '2026-02-30' is no date that exists
          --to soon                             | 'soon' is no date: write it such as 2026-12-02
          --from 2026-12-02 --to 2026-12-01     | --to 2026-12-01 lies before 2026-12-02
          -o xml                                | expected one of [table, json, ndjson, csv]
          """)
  void refuses_what_makes_no_sense(String options, String reason) {
    type("list " + options).failsWith(ExitCodes.USAGE, reason);
  }

  @Test
  void ndjson_is_one_object_a_line() {
    type("add --at 2026-12-01T17:00").succeeds();
    type("add --at 2026-12-02T17:00").succeeds();

    List<String> lines = type("list -o ndjson").out().lines().toList();

    assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(Json.tree(line)).isNotNull());
  }

  @Test
  void a_booking_that_an_edit_left_behind_is_not_what_comes_next() {
    type("add --at 2026-12-01T17:00").succeeds();

    type("edit 1 --at 2026-12-03T18:00").succeeds();

    assertThat(schedule(1))
        .containsEntry("desired_time", "2026-12-03T18:00:00-05:00")
        .containsEntry("status", "pending");
    assertThat(bookingsOf("status")).containsExactly("cancelled", "pending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --bookings", "export", "list --all"})
  void two_accounts_are_kept_apart(String line) {
    type("add --at 2026-12-01T17:00 --account ann").succeeds();

    assertThat(type(line + " -o json --account default").rows()).isEmpty();
    assertThat(type(line + " -o json --account ann").rows()).hasSize(1);
    type("show 1").failsWith(ExitCodes.UNKNOWN_ID, "schedule 1 is one of account ann");
    type("add --at 2026-12-02T17:00 --account bob").succeeds();
    type("remove 1 --yes --account bob")
        .failsWith(ExitCodes.UNKNOWN_ID, "schedule 1 is one of account ann");
  }
}
