package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.MixedWeek;
import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest extends WithPlayer {

  @Test
  void draws_a_week_at_80_columns() {
    MixedWeek.planFor(player);

    assertThat(at(80, "calendar --from 2026-11-23"))
        .isEqualTo(
            """
            Mon 23 Nov - Sun 29 Nov 2026, America/New_York
                  Mon 23    Tue 24    Wed 25    Thu 26    Fri 27    Sat 28    Sun 29
            10:00           + Court 1           x Court 1
            10:30
              :
            17:00                     - 1,2
            17:30
            18:00                                         o* 1,2
            18:30                                         |
                                                          o* 2
            o planned   + booked   x failed   - skipped   * at the same time as another
            """);
  }

  @Test
  void a_narrow_one_has_marks_and_courts() {
    MixedWeek.planFor(player);

    assertThat(at(40, "calendar --from 2026-11-23"))
        .isEqualTo(
            """
            Mon 23 Nov - Sun 29 Nov 2026,
            America/New_York
                  Mon  Tue  Wed  Thu  Fri  Sat  Sun
                  23   24   25   26   27   28   29
            10:00      + 1       x 1
            10:30
              :
            17:00           -1,2
            17:30
            18:00                     o*
            18:30                     |
                                      o* 2
            o planned   + booked   x failed
            - skipped
            * at the same time as another
            """);
  }

  @Test
  void a_pipe_gets_all_words() {
    MixedWeek.planFor(player);

    assertThat(at(0, "calendar --from 2026-11-23"))
        .isEqualTo(
            """
            Mon 23 Nov - Sun 29 Nov 2026, America/New_York
                  Mon 23               Tue 24               Wed 25               Thu 26               Fri 27               Sat 28               Sun 29
            10:00                      + Court 1                                 x Court 1
            10:30
              :
            17:00                                           - 1,2 ladder night
            17:30
            18:00                                                                                     o* 1,2 网球俱乐部 🎾
            18:30                                                                                     |
                                                                                                      o* Court 2 e\u0301quipe
            o planned   + booked   x failed   - skipped   * at the same time as another
            """);
  }

  @Test
  void without_dates_it_is_this_week_from_monday_with_today_marked() {
    player.clock.set(Instant.parse("2026-11-24T04:30:00Z"));
    type("add --at 2026-11-29T17:00").succeeds();

    assertThat(at(80, "calendar").lines())
        .first()
        .isEqualTo("Mon 23 Nov - Sun 29 Nov 2026, America/New_York");
    assertThat(at(80, "calendar")).contains("[Mon 23]").doesNotContain("[Tue 24]");
    assertThat(at(40, "calendar")).contains(">23");
  }

  @Test
  void several_weeks_stand_below_each_other() {
    type("add --on we --time 17:00 --count 3").succeeds();

    assertThat(at(80, "calendar --from 2026-11-25 --weeks 2"))
        .isEqualTo(
            """
            Wed 25 Nov - Tue 1 Dec 2026, America/New_York
                  Wed 25   Thu 26   Fri 27   Sat 28   Sun 29   Mon 30   Tue 1
            17:00 o 1,2
            17:30
            o planned

            Wed 2 Dec - Tue 8 Dec 2026, America/New_York
                  Wed 2    Thu 3    Fri 4    Sat 5    Sun 6    Mon 7    Tue 8
            17:00 o 1,2
            17:30
            o planned
            """);
  }

  @Test
  void a_booking_goes_on_past_the_half_hour_and_past_midnight() {
    player.with("COURT_SLOT", "PT10M");
    type("add --at 2026-11-25T23:40 --duration 60 --court 1 --name late").succeeds();

    assertThat(at(80, "calendar --from 2026-11-23").lines().skip(1))
        .containsExactly(
            "      Mon 23    Tue 24    Wed 25    Thu 26    Fri 27    Sat 28    Sun 29",
            "00:00                               | late",
            "00:30                               |",
            "  :",
            "23:00",
            "23:30                     o 23:40 1",
            "o planned");
  }

  @Test
  void a_name_stands_beside_the_bar_where_the_first_line_has_no_room() {
    court("add", "--at", "2026-11-25T17:00", "--duration", "60", "--name", "网球").succeeds();

    assertThat(
            player
                .with("COLUMNS", "70")
                .lookingAt(80)
                .court("calendar", "--from", "2026-11-23")
                .out())
        .isEqualTo(
            """
            Mon 23 Nov - Sun 29 Nov 2026, America/New_York
                  Mon 23   Tue 24   Wed 25   Thu 26   Fri 27   Sat 28   Sun 29
            17:00                   o 1,2
            17:30                   | 网球
            o planned
            """);
  }

  @Test
  void removed_ones_are_shown_when_asked_for() {
    type("add --at 2026-11-25T17:00").succeeds();
    type("add --at 2026-11-26T17:00").succeeds();
    type("remove 2 --yes").succeeds();

    assertThat(at(80, "calendar --from 2026-11-23")).doesNotContain("cancelled");
    assertThat(at(80, "calendar --from 2026-11-23 --all")).contains("~ 1,2", "~ cancelled");
  }

  @Test
  void an_empty_week_is_told_on_standard_error() {
    Ran ran = type("calendar --from 2026-12-07");

    assertThat(ran.succeeds().out()).isEmpty();
    assertThat(ran.err()).isEqualTo("No bookings from 2026-12-07 to 2026-12-13.\n");
    assertThat(type("calendar --from 2026-12-07 -q").err()).isEmpty();
    assertThat(type("calendar --from 2026-12-07 -o json").rows()).isEmpty();
  }

  @Test
  void an_empty_week_between_others_keeps_its_title() {
    type("add --on we --time 17:00 --every 2 --from 2026-11-25 --count 2").succeeds();

    assertThat(at(80, "calendar --from 2026-11-23 --weeks 3"))
        .contains("Mon 30 Nov - Sun 6 Dec 2026, America/New_York\n  nothing\n");
  }

  @Test
  void beyond_what_is_filled_it_says_where_to_look() {
    type("add --on we --time 17:00").succeeds();

    assertThat(type("calendar --from 2027-03-01").err())
        .isEqualTo(
            """
            No bookings from 2027-03-01 to 2027-03-07.
            note: bookings are made 28 days ahead; court preview shows what a rule means later
            """);
  }

  @ParameterizedTest
  @CsvSource({"json", "ndjson", "csv"})
  void programs_get_the_bookings_as_list_gives_them(String format) {
    MixedWeek.planFor(player);

    String asListed = type("list --from 2026-11-23 --to 2026-11-29 -o " + format).out();

    assertThat(type("calendar --from 2026-11-23 -o " + format).out()).isEqualTo(asListed);
  }

  @Test
  void statuses_have_colours_too() {
    MixedWeek.planFor(player);
    player.with("TERM", "xterm-256color");

    List<String> lines = at(80, "calendar --from 2026-11-23").lines().toList();

    assertThat(lines.get(2))
        .isEqualTo(
            "10:00           \u001b[32m+ Court 1\u001b[0m"
                + "           \u001b[31mx Court 1\u001b[0m");
    assertThat(lines.get(5)).contains("\u001b[2m- 1,2\u001b[0m");
    assertThat(lines.get(7)).contains(" o* 1,2");
    assertThat(lines.get(10)).contains("   \u001b[32m+ booked\u001b[0m   ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --from 2026-02-30 | '2026-02-30' is no date that exists
          --weeks 0         | --weeks must be from 1 to 53
          --weeks -1        | --weeks must be from 1 to 53
          --weeks 54        | --weeks must be from 1 to 53
          --weeks x         | 'x' is not an int
          -o ics            | expected one of [table, json, ndjson, csv]
          """)
  void refuses_what_makes_no_sense(String options, String reason) {
    type("calendar " + options).failsWith(ExitCodes.USAGE, reason);
  }

  private String at(int columns, String line) {
    return player.lookingAt(columns).court(line.split(" ", -1)).succeeds().out();
  }
}
