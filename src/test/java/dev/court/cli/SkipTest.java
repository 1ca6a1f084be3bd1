package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkipTest extends WithPlayer {

  @BeforeEach
  void wednesdays() {
    type("add --on we --time 17:00").succeeds();
  }

  private Object statusOn(String day) {
    return bookings().stream()
        .filter(row -> row.get("desired_time").toString().startsWith(day))
        .map(row -> row.get("status"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leaves_out_one_time() {
    Ran ran = type("skip 1 2026-12-02");

    assertThat(ran.succeeds().out())
        .isEqualTo(
            "Changed schedule 1: every Wednesday at 17:00, except 2 Dec 2026,"
                + " Court 1, else Court 2, 30 minutes, next Wed 25 Nov 2026 17:00 EST\n");
    assertThat(statusOn("2026-12-02")).isEqualTo("skipped");
    assertThat(statusOn("2026-12-09")).isEqualTo("pending");
    assertThat(schedule(1)).containsEntry("exdates", List.of("2026-12-02T17:00"));
  }

  @Test
  void takes_it_back_in() {
    type("skip 1 2026-12-02").succeeds();

    type("skip 1 2026-12-02 --undo").succeeds();

    assertThat(statusOn("2026-12-02")).isEqualTo("pending");
    assertThat(schedule(1)).containsEntry("exdates", List.of());
  }

  @Test
  void a_time_far_ahead_can_be_left_out_before_it_is_filled() {
    type("skip 1 2027-06-02").succeeds();

    player.clock.set(Instant.parse("2027-05-30T12:00:00Z"));
    player.signIn();
    type("run-due");

    assertThat(bookings()).noneMatch(row -> row.get("desired_time").toString().contains("06-02"));
  }

  @Test
  void of_several_a_day_one_is_named() {
    type("add --rrule FREQ=DAILY;BYHOUR=7,18;BYMINUTE=0").succeeds();

    type("skip 2 2026-11-24")
        .failsWith(ExitCodes.USAGE, "several times", "2026-11-24T07:00, 2026-11-24T18:00");
    court("skip", "2", "2026-11-24 18:00").succeeds();

    assertThat(schedule(2)).containsEntry("exdates", List.of("2026-11-24T18:00"));
    type("skip 2 2026-11-24").succeeds();
    assertThat(schedule(2))
        .containsEntry("exdates", List.of("2026-11-24T07:00", "2026-11-24T18:00"));
  }

  @Test
  void a_single_time_is_removed_and_not_skipped() {
    type("add --at 2026-12-04T07:00").succeeds();

    type("skip 2 2026-12-04")
        .failsWith(ExitCodes.USAGE, "schedule 2 is for a single time", "court remove 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          2026-12-03         | 2026-12-03 is no time to play of this schedule
          2026-12-02T18:00   | 2026-12-02T18:00 is no time to play of this schedule
          2026-02-30         | '2026-02-30' is no date that exists
          soon               | 'soon' is no date: write it such as 2026-12-02
          2026-12-02 --undo  | 2026-12-02 was not skipped
          """)
  void refuses_what_is_no_time_to_play(String day, String reason) {
    type("skip 1 " + day).failsWith(ExitCodes.USAGE, reason);
  }

  @Test
  void refuses_what_was_skipped_already() {
    type("skip 1 2026-12-02").succeeds();

    type("skip 1 2026-12-02").failsWith(ExitCodes.USAGE, "2026-12-02 is skipped already");
  }

  @Test
  void refuses_what_is_over() {
    player.clock.set(Instant.parse("2026-12-06T12:00:00Z"));

    type("skip 1 2026-12-02").failsWith(ExitCodes.USAGE, "2026-12-02T17:00 is over");
  }

  @Test
  void points_out_a_reservation_that_stays() {
    type("add --on tu --time 10:00 --court 1").succeeds();
    player.signIn();
    type("run-due").succeeds();

    Ran ran = type("skip 2 2026-11-24");

    assertThat(ran.succeeds().err()).contains("Court 1 on Tue 24 Nov 2026 10:00 is booked already");
    assertThat(ran.out()).contains("next Tue 1 Dec 2026 10:00 EST");
  }
}
