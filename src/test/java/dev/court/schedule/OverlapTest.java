package dev.court.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of one's own for the same time: pointed out on standard error, not refused. */
class OverlapTest extends WithPlayer {

  @BeforeEach
  void wednesdaysAtFive() {
    type("add --on we --time 17:00 --duration 60").succeeds();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-02T17:00", "2026-12-02T17:30", "2027-06-02T17:00"})
  void points_out_what_is_for_the_same_time(String at) {
    Ran ran = type("add --at " + at);

    ran.succeeds();
    assertThat(overlaps(ran))
        .startsWith("note: schedule 1 is for Wed")
        .endsWith("both will be booked\n");
    assertThat(ran.out()).doesNotContain("note:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-02T16:30", "2026-12-02T18:00", "2026-12-03T17:00"})
  void says_nothing_of_what_only_comes_before_or_after(String at) {
    assertThat(overlaps(type("add --at " + at).succeeds())).isEmpty();
  }

  @Test
  void counts_the_other_times_in_one_line() {
    Ran ran = type("add --on we --time 17:30 --count 10");

    assertThat(overlaps(ran))
        .isEqualTo(
            "note: schedule 1 is for Wed 25 Nov 2026 17:30 too, and for 9 more of these times:"
                + " both will be booked\n");
  }

  @Test
  void looks_beyond_the_first_three_times() {
    type("add --at 2027-01-05T10:00").succeeds();

    Ran ran = type("add --on tu --time 10:00");

    assertThat(overlaps(ran)).contains("schedule 2 is for Tue 5 Jan 2027 10:00 too");
  }

  @ParameterizedTest
  @ValueSource(strings = {"remove 1 --yes", "skip 1 2026-12-02", "pause 1"})
  void says_nothing_of_what_will_not_be_booked(String change) {
    type(change).succeeds();

    assertThat(overlaps(type("add --at 2026-12-02T17:00").succeeds())).isEmpty();
  }

  @Test
  void an_edit_is_looked_at_too() {
    type("add --at 2026-12-03T17:00").succeeds();

    Ran ran = type("edit 2 --at 2026-12-02T17:00");

    assertThat(ran.succeeds().err()).contains("schedule 1 is for Wed 2 Dec 2026 17:00 too");
  }

  @Test
  void quiet_says_nothing_of_it() {
    assertThat(overlaps(type("add --at 2026-12-02T17:00 -q"))).isEmpty();
  }

  @Test
  void says_what_cannot_be_won_beside_the_other_schedules() {
    type("add --at 2026-12-03T17:00 --court 1").succeeds();
    type("add --at 2026-12-03T17:00 --court 2").succeeds();

    Ran ran = type("add --at 2026-12-03T17:00");

    assertThat(overlaps(ran.succeeds()))
        .isEqualTo(
            """
            note: schedule 2 is for Thu 3 Dec 2026 17:00 too
            note: schedule 3 is for Thu 3 Dec 2026 17:00 too
            note: schedule 4 cannot get Thu 3 Dec 2026 17:00: your own schedules 2 and 3 ask for Court 1 and Court 2
            """);
  }

  @Test
  void says_what_another_schedule_cannot_win_any_more() {
    type("add --at 2026-12-03T17:30 --court 1").succeeds();

    Ran ran = type("add --at 2026-12-03T17:00 --court 1 --duration 60");

    assertThat(overlaps(ran))
        .contains(
            "schedule 2 cannot get Thu 3 Dec 2026 17:30: your own schedule 3 asks for Court 1\n");
  }

  @Test
  void counts_the_next_times_that_cannot_be_won() {
    type("add --on th --time 17:00 --court 1").succeeds();

    assertThat(overlaps(type("add --on th --time 17:00 --court 1")))
        .contains(
            "schedule 3 cannot get Thu 26 Nov 2026 17:00 and 4 more of its next times: your own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"edit 3 --court 1", "resume 3", "skip 3 2026-12-03"})
  void a_change_says_so_too(String change) {
    type("add --on th --time 17:00 --court 1").succeeds();
    type("add --on th --time 17:00 --court 1").succeeds();

    assertThat(type(change).err())
        .contains("schedule 3 cannot get Thu 26 Nov 2026 17:00", "your own schedule 2 asks for");
  }

  @ParameterizedTest
  @ValueSource(strings = {"remove 2 --yes", "pause 2"})
  void nothing_is_in_the_way_of_what_is_left(String change) {
    type("add --at 2026-12-03T17:00 --court 1").succeeds();
    type(change).succeeds();

    assertThat(overlaps(type("add --at 2026-12-03T17:00 --court 1"))).isEmpty();
  }

  @Test
  void another_person_who_wants_the_same_courts_is_pointed_out() {
    assertThat(overlaps(type("add --at 2026-12-02T17:30 --account eve").succeeds()))
        .isEqualTo(
            "note: schedule 1 of account default is for Wed 2 Dec 2026 17:30 too:"
                + " both want Court 1 and Court 2, and a court goes to one of them\n");
    assertThat(type("edit 1 --court 2").succeeds().err())
        .isEqualTo(
            "note: schedule 2 of account eve is for Wed 2 Dec 2026 17:00 too:"
                + " both want Court 2, and a court goes to one of them\n");
  }

  @Test
  void another_person_on_another_court_is_company() {
    type("edit 1 --court 1").succeeds();

    assertThat(overlaps(type("add --at 2026-12-02T17:30 --court 2 --account eve").succeeds()))
        .isEmpty();
  }

  @Test
  void a_club_is_not_told_of_each_other() {
    for (int i = 10; i < 22; i++) {
      type("add --at 2026-12-09T10:00 --court 1 --account p" + i).succeeds();
    }

    assertThat(overlaps(type("add --at 2026-12-02T17:30 --account eve").succeeds())).isEmpty();
  }

  /** Without what else is missing for the booking to come about. */
  private static String overlaps(Ran ran) {
    return ran.err()
        .lines()
        .filter(line -> line.startsWith("note: schedule "))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
