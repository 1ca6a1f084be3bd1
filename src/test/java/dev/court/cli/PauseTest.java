package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseTest extends WithPlayer {

  @BeforeEach
  void wednesdays() {
    type("add --on we --time 17:00").succeeds();
    type("add --at 2026-12-04T07:00").succeeds();
  }

  @Test
  void a_pause_lasts_until_resumed() {
    assertThat(type("pause 1 2").succeeds().out().lines())
        .containsExactly(
            "Paused schedule 1: every Wednesday at 17:00, Court 1, else Court 2, 30 minutes",
            "Paused schedule 2: Fri 4 Dec 2026 07:00, Court 1, else Court 2, 30 minutes");
    assertThat(schedule(1)).containsEntry("status", "paused").containsEntry("paused_until", null);

    assertThat(type("resume 1 2").succeeds().out()).contains("next Wed 25 Nov 2026 17:00 EST");

    assertThat(schedule(1)).containsEntry("status", "pending");
    assertThat(schedule(2)).containsEntry("status", "pending");
  }

  @Test
  void a_pause_with_an_end_names_what_comes_after_it() {
    Ran ran = type("pause 1 --until 2026-12-09");

    assertThat(ran.succeeds().out()).contains("next Wed 9 Dec 2026 17:00 EST");
    assertThat(schedule(1))
        .containsEntry("status", "paused")
        .containsEntry("paused_until", "2026-12-09T00:00:00-05:00")
        .containsEntry("desired_time", "2026-12-09T17:00:00-05:00");
  }

  @Test
  void a_pause_that_ends_before_a_one_off_leaves_it_alone() {
    type("pause 2 --until 2026-12-01").succeeds();

    assertThat(schedule(2)).containsEntry("status", "pending");
  }

  @Test
  void a_pause_ends_by_itself() {
    type("pause 1 --until 2026-12-09").succeeds();
    player.clock.set(Instant.parse("2026-12-09T05:00:00Z"));

    assertThat(schedule(1)).containsEntry("status", "pending");
  }

  @Test
  void nothing_is_booked_in_a_pause() {
    type("pause 1").succeeds();
    player.signIn();

    assertThat(type("run-due").succeeds().out()).isEmpty();

    assertThat(player.sandbox.reservations()).isEmpty();
  }

  @Test
  void points_out_a_reservation_that_falls_into_the_pause() {
    bookTuesday();

    assertThat(type("pause 3").succeeds().err()).contains("is booked already").contains("stays");
    assertThat(type("pause 3 --until 2026-11-24").succeeds().err()).isEmpty();
    assertThat(type("resume 3").succeeds().err()).isEmpty();
  }

  @Test
  void resuming_what_is_not_paused_changes_nothing() {
    type("resume 1").succeeds();

    assertThat(schedule(1)).containsEntry("status", "pending");
  }

  @Test
  void one_unknown_id_and_nothing_is_paused() {
    type("pause 1 99").failsWith(ExitCodes.UNKNOWN_ID, "no schedule 99");

    assertThat(schedule(1)).containsEntry("status", "pending");
  }

  @Test
  void reads_ids_from_a_pipe() {
    player.type("1\n2\n", "pause", "-").succeeds();

    assertThat(schedule(1)).containsEntry("status", "paused");
    assertThat(schedule(2)).containsEntry("status", "paused");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "2020-01-01, 2020-01-01 is over: name a day ahead",
        "2026-11-22, 2026-11-22 is today: name the first day to be booked again",
        "2026-02-30, '2026-02-30' is no date that exists",
        "soon,       'soon' is no date: write it such as 2026-12-02"
      })
  void refuses_an_end_that_makes_no_sense(String until, String reason) {
    type("pause 1 --until " + until).failsWith(ExitCodes.USAGE, reason);
  }
}
