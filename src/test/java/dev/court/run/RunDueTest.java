package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.WithEvening;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What run-due takes, when, and what it says. */
@Tag("any-database")
@Tag("long-on-server")
class RunDueTest extends WithEvening {
  @Test
  void says_and_sends_nothing_when_nothing_is_due() {
    evening.adds("--at", "2026-12-20T17:00");
    int before = evening.player.sandbox.requests().size();

    var ran = evening.runDue().succeeds();

    assertThat(ran.out() + ran.err()).isEmpty();
    assertThat(evening.player.sandbox.requests()).hasSize(before);
  }

  @Test
  void waits_for_the_opening_and_is_not_early() {
    evening.wants("1").runDue().succeeds();

    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.shots().get(0).afterOpening()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat((Integer) evening.booking().get("late_ms")).isNotNegative();
  }

  @Test
  void takes_only_what_opens_within_the_time_given() {
    evening.wants("1");

    assertThat(evening.runDue("--within", "PT49S").succeeds().out()).isEmpty();
    assertThat(evening.runDue("--within", "PT51S").succeeds().out()).startsWith("booked");
  }

  @Test
  void books_everything_that_opens_at_one_instant() {
    evening.wants("1").wants("2");

    evening.runDue().succeeds();

    assertThat(evening.held()).containsExactlyInAnyOrder("Court 1", "Court 2");
  }

  @Test
  void one_that_is_lost_does_not_stop_the_others() {
    evening.wants("1").takenBySomebody("1").wants("2");

    var ran = evening.runDue();

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).hasLineCount(2).contains("lost").contains("booked");
    assertThat(evening.held()).containsExactly("Court 2");
  }

  @Test
  void a_court_that_is_not_in_the_settings_any_more_does_not_stop_the_others() throws IOException {
    evening.wants("2").wants("1");
    Files.writeString(
        home.resolve("config.json"), "{\"courts\": {\"1\": {\"amenity_id\": 8, \"name\": \"A\"}}}");
    evening.player.sharing();

    var ran = evening.runDue();

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out()).contains("court '2' is in a schedule but not in the setting courts");
    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void a_court_that_is_left_is_taken_when_the_other_is_not_in_the_settings() throws IOException {
    evening.wants("2,1");
    Files.writeString(
        home.resolve("config.json"), "{\"courts\": {\"1\": {\"amenity_id\": 8, \"name\": \"A\"}}}");
    evening.player.sharing();

    evening.runDue().succeeds();

    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void an_hour_whose_second_half_is_not_released_is_booked_at_its_release() {
    evening.adds("--at", Evening.FIVE, "--court", "1,2", "--duration", "60");
    assertThat(evening.runDue().out()).startsWith("waiting").contains("168 hours");

    for (int minute = 1; minute <= 31; minute++) {
      evening.aMinuteLater().succeeds();
    }

    assertThat(evening.held()).containsExactly("Court 1");
    var last = evening.shots().get(evening.shots().size() - 1);
    assertThat(last.afterOpening()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
    assertThat(evening.shots()).hasSize(6).allMatch(shot -> shot.body().contains("8"));
  }

  @Test
  void an_opening_slept_through_is_tried_while_the_start_is_ahead() {
    evening.wants("1");

    var ran = evening.asleepFor(Duration.ofDays(6)).runDue();

    assertThat(ran.succeeds().out()).startsWith("booked").contains("5 days 23 hours late");
  }

  @Test
  void a_start_that_passed_is_missed_and_said_once() {
    evening.wants("1");

    var ran = evening.asleepFor(Duration.ofDays(8)).runDue();

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).startsWith("missed").hasLineCount(1);
    assertThat(evening.booking()).containsEntry("status", "missed");
    assertThat(evening.aMinuteLater().succeeds().out()).isEmpty();
  }

  @Test
  void what_was_added_inside_the_window_is_taken_by_the_next_run() {
    evening.adds("--at", "2026-11-27T09:00", "--court", "2");

    assertThat(evening.runDue().succeeds().out()).startsWith("booked");

    assertThat(evening.held()).containsExactly("Court 2");
  }

  @Test
  void what_is_paused_is_left_out_and_not_missed() {
    evening.wants("1").player.court("pause", "1").succeeds();

    assertThat(evening.runDue().succeeds().out()).isEmpty();
    assertThat(evening.asleepFor(Duration.ofDays(8)).runDue().succeeds().out()).isEmpty();

    assertThat(evening.booking()).containsEntry("status", "skipped");
    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void what_was_removed_is_not_booked_and_not_missed() {
    evening.wants("1").player.court("remove", "1", "--yes").succeeds();

    assertThat(evening.runDue().succeeds().out()).isEmpty();
    assertThat(evening.asleepFor(Duration.ofDays(8)).runDue().succeeds().out()).isEmpty();

    assertThat(evening.shots()).isEmpty();
  }

  @Test
  void only_one_schedule_is_looked_at_on_request() {
    evening.wants("1").wants("2");

    evening.runDue("--only", "2").succeeds();

    assertThat(evening.held()).containsExactly("Court 2");
  }

  @Test
  void a_schedule_that_is_not_there_is_no_reason_to_say_nothing() {
    String message = "no schedule 77: court list shows what there is";
    evening.wants("1");

    evening.runDue("--only", "77").failsWith(6, message);
    evening.runDue("--only", "77", "--dry-run").failsWith(6, message);

    assertThat(evening.booking()).containsEntry("status", "pending");
  }

  @Test
  void a_dry_run_shows_what_is_due_and_does_nothing() {
    evening.wants("1");
    int before = evening.player.sandbox.requests().size();

    assertThat(evening.runDue("--dry-run").succeeds().out()).contains("17:00");

    assertThat(evening.player.sandbox.requests()).hasSize(before);
    assertThat(evening.booking()).containsEntry("status", "pending");
  }

  @Test
  void tells_programs_in_json_what_came_of_it() {
    evening.wants("1,2");

    var rows = evening.runDue("-o", "json").rows();

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).containsEntry("status", "success").containsEntry("schedule_id", 1);
  }

  @Test
  void gives_up_after_the_time_given() {
    evening.wants("1").but("drop-request@any,5xx");

    evening.runDue("--give-up", "PT0.5S");

    assertThat(evening.player.clock.instant()).isBefore(Evening.OPENING.plusSeconds(30));
  }

  @Test
  void the_gravest_of_several_outcomes_is_the_exit_code() {
    evening.adds("--at", Evening.FIVE, "--court", "2", "--duration", "60").wants("1");
    evening.takenBySomebody("1");
    assertThat(evening.runDue().code()).isEqualTo(3);

    evening.adds("--at", "2026-11-27T09:00", "--court", "2");
    evening.but("drop-answer=2,list-404");
    assertThat(evening.runDue().code()).isEqualTo(8);
  }

  @Test
  void a_schedule_removed_while_its_booking_waits_is_not_missed_later() {
    evening.wants("1").but("429=always:5m");
    evening.runDue();
    evening.player.court("remove", "1", "--yes").succeeds();

    assertThat(evening.asleepFor(Duration.ofDays(8)).runDue().succeeds().out()).isEmpty();

    assertThat(evening.booking()).containsEntry("status", "cancelled");
  }

  @Test
  void two_schedules_for_the_same_court_and_time_make_one_reservation() {
    evening.wants("1").wants("1");

    assertThat(evening.runDue().code()).isEqualTo(3);

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.bookings())
        .extracting(booking -> booking.get("status"))
        .containsExactlyInAnyOrder("success", "failed");
  }
}
