package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditTest extends WithPlayer {

  @Test
  void changes_each_field_and_keeps_the_rest() {
    type("add --on we --time 17:00 --court 1 --guests 2").succeeds();

    court("edit", "1", "--court", "2,1", "--duration", "60", "--name", "ladder").succeeds();

    assertThat(schedule(1))
        .containsEntry("court_ids", List.of("2", "1"))
        .containsEntry("duration", 60)
        .containsEntry("name", "ladder")
        .containsEntry("guests", "2")
        .containsEntry("rrule", "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0");
  }

  @Test
  void bookings_ahead_follow_under_their_ids() {
    type("add --on we --time 17:00").succeeds();
    List<Object> ids = bookingsOf("id");

    type("edit 1 --court 2 --duration 60").succeeds();

    assertThat(bookingsOf("id")).isEqualTo(ids);
    assertThat(bookingsOf("court_id")).containsOnly("2");
    assertThat(bookingsOf("duration")).containsOnly(60);
  }

  @Test
  void an_empty_name_takes_the_name_away() {
    type("add --at 2026-12-02T17:00 --name ladder").succeeds();

    court("edit", "1", "--name", "").succeeds();

    assertThat(schedule(1)).containsEntry("name", null);
  }

  @Test
  void says_what_holds_now() {
    type("add --on we --time 17:00").succeeds();

    assertThat(type("edit 1 --time 18:00 --court 2").succeeds().out())
        .isEqualTo(
            "Changed schedule 1: every Wednesday at 18:00, Court 2, 30 minutes,"
                + " next Wed 25 Nov 2026 18:00 EST\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --time 18:30               | every other Wednesday at 18:30, 10 times
          --on th                    | every other Thursday at 17:00, 10 times
          --on mo,fr --time 9:00     | every other week on Monday and Friday at 09:00, 10 times
          --every 1                  | every Wednesday at 17:00, 10 times
          --count 3                  | every other Wednesday at 17:00, 3 times
          --until 2027-03-01         | every other Wednesday at 17:00 until 1 Mar 2027
          --from 2026-12-07          | every other Wednesday at 17:00, 10 times
          --at 2026-12-03T10:00      | Thu 3 Dec 2026 10:00
          --rrule FREQ=DAILY --time 7:00 | every day at 07:00
          """)
  void changes_when_to_play_in_part_or_as_a_whole(String options, String words) {
    type("add --on we --time 17:00 --every 2 --count 10").succeeds();

    assertThat(type("edit 1 " + options).succeeds().out())
        .startsWith("Changed schedule 1: " + words + ", Court 1");
  }

  @Test
  void a_day_that_was_skipped_stays_skipped_at_its_new_time() {
    type("add --on we --time 17:00").succeeds();
    type("skip 1 2026-12-02").succeeds();

    type("edit 1 --time 18:00").succeeds();

    assertThat(schedule(1)).containsEntry("exdates", List.of("2026-12-02T18:00"));
  }

  @Test
  void a_day_that_is_no_time_to_play_any_more_is_not_skipped_either() {
    type("add --on we --time 17:00").succeeds();
    type("skip 1 2026-12-02").succeeds();

    type("edit 1 --on th").succeeds();

    assertThat(schedule(1)).containsEntry("exdates", List.of());
  }

  @Test
  void a_single_time_can_be_moved_within_its_day_or_made_weekly() {
    type("add --at 2026-12-02T17:00").succeeds();

    type("edit 1 --time 18:00").succeeds();
    assertThat(schedule(1)).containsEntry("desired_time", "2026-12-02T18:00:00-05:00");

    type("edit 1 --on mo --time 9:00").succeeds();
    assertThat(schedule(1)).containsEntry("type", "recurring").containsEntry("id", 1);
  }

  @ParameterizedTest
  @CsvSource({"2027-03-01T10:00", "2026-12-02T17:00", "2026-11-24T10:00"})
  void a_change_of_name_leaves_the_booking_as_it_is(String at) {
    type("add --at " + at).succeeds();
    List<Map<String, Object>> before = bookings();

    type("edit 1 --name ladder").succeeds();

    assertThat(bookings()).hasSameSizeAs(before);
    assertThat(bookingsOf("status")).containsExactly("pending");
  }

  @Test
  void a_skip_far_ahead_leaves_the_other_times_as_they_are() {
    type("add --rrule FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;BYHOUR=10").succeeds();

    type("skip 1 2028-05-01").succeeds();

    assertThat(bookingsOf("status")).containsExactly("pending");
    assertThat(schedule(1)).containsEntry("desired_time", "2027-05-01T10:00:00-04:00");
  }

  /** The court was taken, and the person names another way to play. */
  @ParameterizedTest
  @CsvSource({
    "--court 2,     pending",
    "'--court 2,1', pending",
    "--duration 60, pending",
    "--guests 2,    pending",
    "--name ladder, failed",
    "--time 10:00,  failed"
  })
  void what_was_lost_is_tried_again_in_a_way_that_nobody_has_asked_for(
      String options, String status) {
    player.sandbox.hold("1", LocalDateTime.parse("2026-11-24T10:00"), Duration.ofMinutes(30));
    type("add --at 2026-11-24T10:00 --court 1").succeeds();
    player.signIn();
    assertThat(type("run-due").code()).isEqualTo(ExitCodes.LOST);

    type("edit 1 " + options).succeeds();

    assertThat(bookingsOf("status")).containsExactly(status);
  }

  @Test
  void other_courts_keep_nothing_of_the_watch_for_the_old_ones() {
    player.sandbox.hold("1", LocalDateTime.parse("2026-11-24T10:00"), Duration.ofMinutes(30));
    type("add --at 2026-11-24T10:00 --court 1 --keep-trying 10h").succeeds();
    player.signIn();
    type("run-due");
    assertThat(bookings().get(0).get("watched_until")).isNotNull();

    type("edit 1 --court 2").succeeds();

    assertThat(bookings().get(0))
        .containsEntry("watched_until", null)
        .containsEntry("last_error", null);
    assertThat(type("run-due").succeeds().out()).contains("booked", "Court 2");
  }

  @ParameterizedTest
  @CsvSource({
    "--at 2026-12-03T18:00,  is booked already",
    "--court 2,              is booked already",
    "--duration 60,          for 30 minutes"
  })
  void points_out_a_reservation_that_is_not_wanted_as_it_is_any_more(String options, String note) {
    bookTuesday();

    Ran ran = type("edit 1 " + options);

    assertThat(ran.succeeds().err())
        .startsWith("note: Court 1 on Tue 24 Nov 2026 10:00")
        .contains(note);
    assertThat(player.sandbox.reservations()).hasSize(1);
  }

  @Test
  void says_nothing_of_a_reservation_that_is_still_wanted() {
    bookTuesday();

    assertThat(type("edit 1 --court 2,1 --name ladder").succeeds().err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          1                            | name what to change
          1 --at 2026-12-03T18:10      | 18:10 is off the grid
          1 --at 2020-12-03T18:00      | 2020-12-03T18:00 is over
          1 --court 9                  | no court '9'
          1 --duration 90              | 90 minutes is too long
          1 --guests many              | guests 'many'
          1 --every 2                  | the schedule is for a single time
          1 --on we                    | --on needs --time
          2 --rrule garbage            | 'GARBAGE' is no part of a rule
          2 --time 17:10               | 17:10 is off the grid
          2 --time 25:00               | '25:00' is no time of day
          2 --until 2026-11-01         | no time to play ahead
          2 --count 2 --until 2027-01-01 | COUNT and UNTIL
          2 --at 2026-12-03T18:00 --time 18:00 | --from and --time go with a rule
          3 --on we                    | the schedule is not by days of the week
          """)
  void refuses_what_makes_no_sense_and_changes_nothing(String line, String reason) {
    type("add --at 2026-12-02T17:00").succeeds();
    type("add --on we --time 17:00").succeeds();
    type("add --rrule FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=10").succeeds();
    List<Map<String, Object>> before = type("list -o json").rows();

    type("edit " + line).failsWith(ExitCodes.USAGE, reason);

    assertThat(type("list -o json").rows()).isEqualTo(before);
  }
}
