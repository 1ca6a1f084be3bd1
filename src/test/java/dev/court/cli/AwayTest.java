package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which a person is away: nothing is booked that would be played then. */
@Tag("any-database")
@Tag("long-on-server")
class AwayTest extends WithPlayer {
  private static final Instant BEFORE_2_DECEMBER_OPENS = Instant.parse("2026-11-25T21:59:30Z");

  @BeforeEach
  void wednesdays() {
    type("add --on we --time 17:00 --court 1 --from 2026-12-01").succeeds();
  }

  private void goOnAt(Instant instant) {
    player.clock.set(instant);
    player.signIn();
  }

  private long held() {
    return player.sandbox.reservations().size();
  }

  @Test
  void says_what_is_not_booked_and_how_to_take_it_back() {
    Ran ran = type("away 2026-12-20..2027-02-03").succeeds();

    assertThat(ran.out())
        .isEqualTo(
            """
            Away Sun 20 Dec 2026 - Wed 3 Feb 2027
              not booked: Wed 23 Dec 2026 17:00, schedule 1
              not booked: Wed 30 Dec 2026 17:00, schedule 1
              not booked: Wed 6 Jan 2027 17:00, schedule 1
              not booked: Wed 13 Jan 2027 17:00, schedule 1
              not booked: Wed 20 Jan 2027 17:00, schedule 1
              and 2 more
            """);
    assertThat(ran.err()).isEqualTo("Undo with: court away remove 1\n");
    assertThat(type("away list").out())
        .isEqualTo(
            """
            ID  DAYS                              EXCEPT  NOT BOOKED
            1   Sun 20 Dec 2026 - Wed 3 Feb 2027          Wed 23 Dec 17:00 and 6 more
            """);
  }

  @Test
  void what_a_period_without_a_near_end_leaves_out_is_not_counted() {
    assertThat(type("away 2026-01-01..9999-12-31").succeeds().out())
        .contains("  and more than 1000 more\n");
    assertThat(type("away list").out()).contains("and more than 1000 more");
  }

  @Test
  void nothing_is_booked_that_would_be_played_then_and_is_when_the_person_comes_back() {
    type("away 2026-12-02").succeeds();
    goOnAt(BEFORE_2_DECEMBER_OPENS);

    Ran away = type("run-due").succeeds();
    long heldAway = held();
    type("away remove").succeeds();
    Ran back = type("run-due").succeeds();

    assertThat(away.out() + away.err()).isEmpty();
    assertThat(heldAway).isZero();
    assertThat(back.out()).startsWith("booked   Wed 2 Dec 2026 17:00 EST  Court 1");
    assertThat(held()).isEqualTo(1);
  }

  @Test
  void the_person_who_comes_back_after_the_opening_is_not_late() {
    type("away 2026-12-02").succeeds();
    goOnAt(Instant.parse("2026-11-26T22:00:00Z"));
    type("run-due").succeeds();

    type("away remove 1").succeeds();

    type("run-due").succeeds();
    assertThat(type("list --bookings").out()).contains("Court 1, open since Wed 25 Nov 17:00");
  }

  @Test
  void what_is_over_was_skipped_and_nobody_is_told_of_it() {
    type("away 2026-12-02").succeeds();
    goOnAt(Instant.parse("2026-12-02T22:00:30Z"));

    Ran ran = type("run-due").succeeds();

    assertThat(ran.out() + ran.err()).doesNotContain("2 Dec");
    assertThat(bookings().get(0)).containsEntry("status", "skipped");
  }

  @Test
  void it_counts_for_what_is_added_later_and_not_for_exceptions() {
    type("add --on we --time 18:00 --court 1 --from 2026-12-01").succeeds();
    type("away 2026-12-02 --except 1").succeeds();

    Ran later = type("add --at 2026-12-02T19:00 --court 1").succeeds();
    goOnAt(BEFORE_2_DECEMBER_OPENS.plusSeconds(3 * 3600));
    type("run-due").succeeds();

    assertThat(later.out()).contains("  Wed 2 Dec 2026 19:00 EST  not booked: you are away\n");
    assertThat(type("list --bookings --from 2026-12-02 --to 2026-12-02 -o json").rows())
        .extracting(row -> row.get("schedule_id"), row -> row.get("status"))
        .containsExactly(tuple(1, "success"), tuple(2, "pending"), tuple(3, "pending"));
  }

  @Test
  void the_same_days_again_change_their_exceptions() {
    type("away 2026-12-02..2026-12-08").succeeds();

    type("away 2026-12-02..2026-12-08 --except 1").succeeds();

    assertThat(court("away", "list", "-o", "json").rows())
        .containsExactly(
            Map.of(
                "id",
                1,
                "first_day",
                "2026-12-02",
                "last_day",
                "2026-12-08",
                "except_ids",
                List.of(1),
                "left_out",
                List.of()));
  }

  @Test
  void what_is_booked_already_is_pointed_out_and_stays() {
    goOnAt(BEFORE_2_DECEMBER_OPENS);
    type("run-due").succeeds();

    Ran ran = type("away 2026-12-01..2026-12-10").succeeds();

    assertThat(ran.err())
        .startsWith("note: Court 1 on Wed 2 Dec 2026 17:00 is booked already, for 30 minutes");
    assertThat(bookingsOf("status")).startsWith("success", "pending");
    assertThat(held()).isEqualTo(1);
  }

  @Test
  void lists_and_calendar_show_it() {
    type("away 2026-12-02").succeeds();

    assertThat(type("next -n 1").out()).contains("Wed 9 Dec 2026 17:00");
    assertThat(type("next").err())
        .isEqualTo("note: away Wed 2 Dec 2026: nothing is booked that would be played then\n");
    assertThat(type("calendar --from 2026-11-30").out()).contains("/ Court 1", "/ away");
    assertThat(type("calendar --from 2026-11-30").err()).startsWith("note: away Wed 2 Dec");
    assertThat(type("calendar --from 2026-12-07").err()).isEmpty();
    assertThat(bookings().get(0)).containsEntry("left_out", "away").containsEntry("session", null);
    assertThat(bookings().get(1)).containsEntry("left_out", null);
    assertThat(type("list --bookings --from 2026-12-02 --to 2026-12-02").out())
        .containsPattern("pending +away");
    assertThat(type("export -o ics").out()).contains("SUMMARY:Tennis (away)");
    assertThat(schedule(1)).containsEntry("desired_time", "2026-12-09T17:00:00-05:00");
  }

  @Test
  void a_single_time_that_is_left_out_says_so() {
    type("add --at 2026-12-24T10:00").succeeds();
    type("away 2026-12-24").succeeds();

    assertThat(schedule(2)).containsEntry("status", "away");
    assertThat(type("list --status away").out()).contains("Thu 24 Dec 2026 10:00");
  }

  @Test
  void a_person_is_away_for_nobody_else() {
    type("config set accounts.eve.occupant_id 133056").succeeds();
    type("add --on we --time 17:00 --court 2 --from 2026-12-01 --account eve").succeeds();
    type("away 2026-12-02 --account eve").succeeds();

    assertThat(type("away list").out()).doesNotContain("2 Dec");
    type("away remove 1").failsWith(ExitCodes.UNKNOWN_ID, "name it with --account eve");
    assertThat(type("next").err()).startsWith("note: eve is away Wed 2 Dec 2026: ");
    goOnAt(BEFORE_2_DECEMBER_OPENS);
    assertThat(type("run-due").out()).contains("booked   default  Wed 2 Dec 2026 17:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "away 2026-12-24..2026-12-20|2|the last day 2026-12-20 lies before the first, 2026-12-24",
        "away 2026-13-01|2|'2026-13-01' is no date that exists",
        "away 2026-12-01..|2|'' is no date",
        "away 2026-12-01..02..03|2|'2026-12-01..02..03' is no span of days",
        "away 2026-11-01..2026-11-21|2|2026-11-21 is over: name days ahead",
        "away next week|2|'next week' can mean several spans of days: write 'Mon 23 Nov 2026 - Sun 29 Nov 2026' or 'Sun 29 Nov 2026 - Sat 5 Dec 2026'",
        "away from 20 dec|2|'from 20 dec' says no last day",
        "away tomorow|2|'tomorow' is no word for days, did you mean tomorrow?",
        "away tomorrow --except 9|6|no schedule 9",
        "away 2026-12-24 --except 9|6|no schedule 9",
        "away --except 1|2|--except goes with days",
        "away remove|2|no days are set",
        "away remove 7|6|no away period 7: court away list shows what there is",
        "away remove x|2|'x' is no id: ids are the numbers that court away list shows",
        "away remove 99999999999999999999|6|no away period 99999999999999999999: court away list shows"
      })
  void what_makes_no_sense_is_refused(String line, int code, String why) {
    type(line).failsWith(code, why);

    assertThat(court("away", "list", "-o", "json").rows()).isEmpty();
  }

  @Test
  void words_are_read_back_at_a_terminal_before_they_are_kept() {
    Ran ran = player.atTerminal("y\n", "away", "20", "dec", "to", "3", "jan").succeeds();

    assertThat(ran.err())
        .isEqualTo(
            """
            Would be away Sun 20 Dec 2026 - Sun 3 Jan 2027
              not booked: Wed 23 Dec 2026 17:00, schedule 1
              not booked: Wed 30 Dec 2026 17:00, schedule 1
            Keep it? [y/N] Undo with: court away remove 1
            """);
    assertThat(ran.out()).startsWith("Away Sun 20 Dec 2026 - Sun 3 Jan 2027\n");
  }

  @Test
  void words_that_are_not_agreed_to_set_nothing() {
    for (String answer : List.of("n\n", "\n", "")) {
      Ran ran = player.atTerminal(answer, "away", "tomorrow");
      assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
      assertThat(ran.err()).endsWith("court: nothing was set\n");
    }
    assertThat(court("away", "-o", "json").rows()).isEmpty();
  }

  @Test
  void words_need_a_yes_where_nobody_can_be_asked() {
    type("away mon-fri")
        .failsWith(
            ExitCodes.USAGE,
            "'mon-fri' means Mon 23 Nov 2026 - Fri 27 Nov 2026, and nobody can be asked here:"
                + " add --yes, or write 2026-11-23..2026-11-27");

    assertThat(type("away mon-fri --yes").succeeds().out())
        .startsWith("Away Mon 23 Nov 2026 - Fri 27 Nov 2026\n");
    assertThat(type("away until friday -y -q").succeeds().out()).isEmpty();
    assertThat(court("away", "-o", "json").rows()).hasSize(2);
  }

  @Test
  void which_of_several_days_are_meant_has_to_be_said() {
    type("away 2026-12-24").succeeds();
    type("away 2026-12-26").succeeds();

    type("away remove").failsWith(ExitCodes.USAGE, "which of them?", "1, 2");

    type("away remove 1 2").succeeds();
    assertThat(court("away", "-o", "json").rows()).isEmpty();
  }

  @Test
  void what_is_over_is_listed_with_all_only() {
    type("away 2026-11-24").succeeds();
    player.clock.set(Instant.parse("2026-11-25T05:00:00Z"));

    assertThat(court("away", "list", "-o", "json").rows()).isEmpty();
    assertThat(court("away", "list", "--all", "-o", "json").rows()).hasSize(1);
  }
}
