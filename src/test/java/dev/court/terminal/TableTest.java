package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.MixedWeek;
import dev.court.WithPlayer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table gives up on a narrow terminal, and what it never does. */
class TableTest extends WithPlayer {
  private static final List<String> LINES =
      List.of(
          "list",
          "list --all",
          "list --bookings",
          "next",
          "history",
          "history -v",
          "config",
          "doctor --offline",
          "preview --on we --time 17:00 --duration 60",
          "calendar --from " + MixedWeek.FIRST + " --weeks 2");

  @BeforeEach
  void aWeek() {
    MixedWeek.planFor(player);
  }

  @Test
  void a_pipe_gets_everything() {
    player.with("COLUMNS", "40");

    assertThat(type("list").out())
        .isEqualTo(
            """
            ID  WHEN                                                   COURTS  MIN  NEXT                   OPENS                  STATUS   SESSION     NAME
            1   Tue 24 Nov 2026 10:00                                  1       30   Tue 24 Nov 2026 10:00  Tue 17 Nov 2026 10:00  success
            2   Thu 26 Nov 2026 10:00                                  1       30   Thu 26 Nov 2026 10:00  Thu 19 Nov 2026 10:00  failed
            3   every Wednesday at 17:00, 2 times, except 25 Nov 2026  1,2     30   Wed 2 Dec 2026 17:00   Wed 25 Nov 2026 17:00  pending  signed-out  ladder night
            4   Fri 27 Nov 2026 18:00                                  1,2     60   Fri 27 Nov 2026 18:00  Fri 20 Nov 2026 18:00  pending  signed-out  网球俱乐部 🎾
            5   Fri 27 Nov 2026 18:30                                  2       30   Fri 27 Nov 2026 18:30  Fri 20 Nov 2026 18:30  pending  signed-out  e\u0301quipe
            """);
  }

  @Test
  void years_go_and_lines_are_broken_at_120() {
    assertThat(at(120, "list"))
        .isEqualTo(
            """
            ID  WHEN                             COURTS  MIN  NEXT              OPENS             STATUS   SESSION     NAME
            1   Tue 24 Nov 10:00                 1       30   Tue 24 Nov 10:00  Tue 17 Nov 10:00  success
            2   Thu 26 Nov 10:00                 1       30   Thu 26 Nov 10:00  Thu 19 Nov 10:00  failed
            3   every Wednesday at 17:00, 2      1,2     30   Wed 2 Dec 17:00   Wed 25 Nov 17:00  pending  signed out  ladder night
                times, except 25 Nov 2026
            4   Fri 27 Nov 18:00                 1,2     60   Fri 27 Nov 18:00  Fri 20 Nov 18:00  pending  signed out  网球俱乐部 🎾
            5   Fri 27 Nov 18:30                 2       30   Fri 27 Nov 18:30  Fri 20 Nov 18:30  pending  signed out  e\u0301quipe
            """);
  }

  @Test
  void what_is_least_missed_is_left_out_at_80() {
    assertThat(at(80, "list"))
        .isEqualTo(
            """
            ID  WHEN              COURTS  NEXT              STATUS   SESSION     NAME
            1   Tue 24 Nov 10:00  1       Tue 24 Nov 10:00  success
            2   Thu 26 Nov 10:00  1       Thu 26 Nov 10:00  failed
            3   every Wednesday   1,2     Wed 2 Dec 17:00   pending  signed out  ladder
                at 17:00, 2                                                      night
                times, except 25
                Nov 2026
            4   Fri 27 Nov 18:00  1,2     Fri 27 Nov 18:00  pending  signed out  网球俱乐部
                                                                                 🎾
            5   Fri 27 Nov 18:30  2       Fri 27 Nov 18:30  pending  signed out  e\u0301quipe
            """);
  }

  @Test
  void a_row_is_a_block_at_40() {
    assertThat(at(40, "list --status pending"))
        .isEqualTo(
            """
            id       3
            when     every Wednesday at 17:00, 2
                     times, except 25 Nov 2026
            courts   1,2
            min      30
            next     Wed 2 Dec 2026 17:00
            opens    Wed 25 Nov 2026 17:00
            status   pending
            session  signed-out
            name     ladder night

            id       4
            when     Fri 27 Nov 2026 18:00
            courts   1,2
            min      60
            next     Fri 27 Nov 2026 18:00
            opens    Fri 20 Nov 2026 18:00
            status   pending
            session  signed-out
            name     网球俱乐部 🎾

            id       5
            when     Fri 27 Nov 2026 18:30
            courts   2
            min      30
            next     Fri 27 Nov 2026 18:30
            opens    Fri 20 Nov 2026 18:30
            status   pending
            session  signed-out
            name     e\u0301quipe
            """);
  }

  @Test
  void results_are_broken_between_words_and_never_in_an_id() {
    assertThat(at(80, "list --bookings --to 2026-11-26"))
        .isEqualTo(
            """
            ID  START             COURTS  MIN  STATUS   RESULT
            1   Tue 24 Nov 10:00  1       30   success  Court 1, open since Tue 17 Nov
                                                        10:00, reservation 481002
            3   Wed 25 Nov 17:00  1,2     30   skipped
            2   Thu 26 Nov 10:00  1       30   failed   This amenity is already reserved for
                                                        the selected time.
            """);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {40, 47, 60, 80, 93, 120, 160})
  void no_line_is_wider_than_the_terminal_unless_a_word_is(int columns) {
    for (String line : LINES) {
      assertThat(at(columns, line).lines().filter(one -> Cells.width(one) > columns))
          .as("%s at %s", line, columns)
          .allMatch(one -> hasWordWiderThan(columns - "id        ".length(), one));
    }
  }

  private static boolean hasWordWiderThan(int columns, String line) {
    return List.of(line.split(" ", -1)).stream().anyMatch(word -> Cells.width(word) > columns);
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80, 120})
  void an_id_and_an_address_stay_in_one_piece(int columns) {
    assertThat(at(columns, "config")).contains(player.sandbox.apiUrl().toString());
    assertThat(at(columns, "history -v").replaceAll("\\s+", " ")).contains("481002");
  }

  @Test
  void columns_goes_before_what_the_terminal_says() {
    player.with("COLUMNS", "80");
    String narrow = at(200, "list");

    player.with("COLUMNS", null);

    assertThat(narrow).isEqualTo(at(80, "list"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "wide", "99999", "8 0"})
  void columns_that_are_no_width_are_passed_over(String columns) {
    player.with("COLUMNS", columns);
    String odd = at(80, "list");

    player.with("COLUMNS", null);

    assertThat(odd).isEqualTo(at(80, "list"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "ndjson", "csv"})
  void what_programs_read_is_the_same_on_every_terminal(String format) {
    String piped = type("list --bookings -o " + format).out();

    assertThat(at(40, "list --bookings -o " + format)).isEqualTo(piped);
  }

  private String at(int columns, String line) {
    return player.lookingAt(columns).court(line.split(" ", -1)).out();
  }
}
