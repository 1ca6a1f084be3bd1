package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddTest extends WithPlayer {

  @Test
  void says_the_rule_in_words_and_the_next_three_with_their_openings() {
    Ran ran = type("add --on we,fr --time 17:00 --court 2,1 --duration 60 --name doubles");

    ran.succeeds();
    assertThat(ran.out())
        .isEqualTo(
            """
            Schedule 1: every Wednesday and Friday at 17:00, Court 2, else Court 1, 60 minutes (doubles)
              Wed 25 Nov 2026 17:00 EST  open since Wed 18 Nov 2026 17:00 EST: the next run-due books it
              Fri 27 Nov 2026 17:00 EST  open since Fri 20 Nov 2026 17:00 EST: the next run-due books it
              Wed 2 Dec 2026 17:00 EST  opens Wed 25 Nov 2026 17:00 EST, in 3 days 5 hours  (the last half-hour opens at 17:30; asked for again then)
            """);
    assertThat(ran.err()).isEqualTo("note: nobody is signed in: court login\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --on we --time 17:00                        | every Wednesday at 17:00
          --on mo-fr --time 7:00 --count 260          | every weekday at 07:00, 260 times
          --on fr --time 10:00 --every 2              | every other Friday at 10:00
          --on sa,su --time 9:30 --until 2026-12-31   | every Saturday and Sunday at 09:30 until 31 Dec 2026
          --on daily --time 12:00 --from 2027-01-01   | every day at 12:00
          --at 2026-12-02T17:00                       | Wed 2 Dec 2026 17:00
          --at 2026-12-02T17:00-08:00                 | Wed 2 Dec 2026 20:00
          --rrule FREQ=DAILY --time 18:00             | every day at 18:00
          --rrule FREQ=DAILY --from 2026-12-01T18:00  | every day at 18:00
          --rrule RRULE:freq=weekly;byday=we;byhour=17;byminute=0 | every Wednesday at 17:00
          """)
  void understands_each_way_to_say_when(String options, String words) {
    Ran ran = type("add " + options);

    ran.succeeds();
    assertThat(ran.out())
        .startsWith("Schedule 1: " + words + ", Court 1, else Court 2, 30 minutes");
  }

  @ParameterizedTest
  @CsvSource({"30,30", "60,60", "PT1H,60", "PT30M,30"})
  void takes_a_duration_in_minutes_or_as_iso(String duration, int minutes) {
    type("add --at 2026-12-02T17:00 --duration " + duration).succeeds();

    assertThat(schedule(1)).containsEntry("duration", minutes);
  }

  @Test
  void keeps_courts_guests_and_name_as_given() {
    court("add", "--at", "2026-12-02 17:00", "--court", "2,1", "--guests", "3", "--name", "🎾 测试")
        .succeeds();

    assertThat(schedule(1))
        .containsEntry("court_id", "2")
        .containsEntry("court_ids", List.of("2", "1"))
        .containsEntry("guests", "3")
        .containsEntry("name", "🎾 测试");
  }

  @Test
  void a_name_may_begin_with_an_at_sign_which_names_no_file() {
    file("club", "--duration 60");

    court("add", "--at", "2026-12-02T17:00", "--name", "@" + folder.resolve("club")).succeeds();

    assertThat(schedule(1))
        .containsEntry("name", "@" + folder.resolve("club"))
        .containsEntry("duration", 30);
  }

  @Test
  void prints_json_with_the_words_of_the_program_that_came_first() {
    Ran ran = type("add --rrule FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=52 -o json");

    assertThat(ran.rows()).hasSize(1);
    assertThat(ran.rows().get(0))
        .containsEntry("id", 1)
        .containsEntry("type", "recurring")
        .containsEntry("desired_time", "2026-11-25T17:00:00-05:00")
        .containsEntry("trigger_time", "2026-11-18T17:00:00-05:00")
        .containsEntry("court_id", "1")
        .containsEntry("duration", 30)
        .containsEntry("status", "pending")
        .containsEntry("rrule", "FREQ=WEEKLY;BYDAY=WE;BYHOUR=17;BYMINUTE=0;COUNT=52");
  }

  @Test
  void quiet_prints_the_id_alone() {
    Ran ran = type("add --at 2026-12-02T17:00 -q");

    assertThat(ran.succeeds().out()).isEqualTo("1\n");
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " -o json", " -o csv", " -q"})
  void a_dry_run_leaves_nothing_behind(String output) {
    Ran ran = type("add --on we --time 17:00 --dry-run" + output);

    ran.succeeds();
    assertThat(home).doesNotExist();
  }

  @Test
  void a_dry_run_says_what_it_would_do() {
    Ran ran = type("add --at 2026-12-02T17:00 --dry-run");

    assertThat(ran.out()).startsWith("Would add: Wed 2 Dec 2026 17:00, Court 1, else Court 2");
    assertThat(type("add --at 2026-12-02T17:00 --dry-run -q").out()).isEmpty();
    assertThat(type("add --at 2026-12-02T17:00 --dry-run -o json").rows().get(0))
        .containsEntry("id", null);
  }

  @Test
  void what_is_inside_the_window_is_pending_and_open() {
    type("add --at 2026-11-22T12:30").succeeds();

    assertThat(bookings().get(0))
        .containsEntry("status", "pending")
        .containsEntry("trigger_time", "2026-11-15T12:30:00-05:00");
  }

  @Test
  void a_time_that_starts_this_moment_is_over() {
    type("add --at 2026-11-22T12:00").failsWith(ExitCodes.USAGE, "2026-11-22T12:00 is over");
  }

  @Test
  void a_time_in_the_gap_moves_forward_and_is_pointed_out() {
    Ran ran = type("add --at 2027-03-14T02:30");

    assertThat(ran.succeeds().out())
        .contains("Sun 14 Mar 2027 03:30 EDT")
        .contains("02:30 does not exist that day: the clocks go forward");
    assertThat(schedule(1)).containsEntry("desired_time", "2027-03-14T03:30:00-04:00");
  }

  @Test
  void of_two_equal_times_the_earlier_one_counts() {
    Ran ran = type("add --at 2027-11-07T01:30");

    assertThat(ran.succeeds().out()).contains("01:30 happens twice that day: the earlier one");
    assertThat(schedule(1)).containsEntry("desired_time", "2027-11-07T01:30:00-04:00");
  }

  @Test
  void nobody_is_given_the_other_of_two_equal_times() {
    type("add --at 2027-11-07T01:30-05:00")
        .failsWith(ExitCodes.USAGE, "happens twice that day, and only the first of them");
  }
}
