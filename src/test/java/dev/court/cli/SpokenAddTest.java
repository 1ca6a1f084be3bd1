package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time in words is said back before it is kept. */
class SpokenAddTest extends WithPlayer {

  @Test
  void at_a_terminal_it_is_asked_about_on_standard_error() {
    Ran ran = player.atTerminal("y\n", "add", "wed", "17:00", "--court", "2", "-o", "json");

    assertThat(ran.succeeds().err())
        .isEqualTo(
            """
            Would add: Wed 25 Nov 2026 17:00, Court 2, 30 minutes
              Wed 25 Nov 2026 17:00 EST  open since Wed 18 Nov 2026 17:00 EST: the next run-due books it
            Keep it? [y/N] \
            """);
    assertThat(ran.out()).startsWith("[").contains("\"2026-11-25T17:00:00-05:00\"");
    assertThat(schedule(1)).containsEntry("court_ids", List.of("2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n\n", "\n", "", "maybe\n"})
  void without_a_yes_nothing_is_kept(String answer) {
    Ran ran = player.atTerminal(answer, "add", "every wed 17:00");

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err())
        .contains("every Wednesday at 17:00")
        .endsWith("court: nothing was added\n");
    assertThat(home).doesNotExist();
  }

  @Test
  void an_answer_that_is_neither_yes_nor_no_is_asked_for_again() {
    assertThat(player.atTerminal("ys\ny\n", "add", "wed", "17:00").succeeds().err())
        .contains("Keep it? [y/N] answer y or n\nKeep it? [y/N] ");
  }

  @Test
  void a_pipe_is_not_asked_and_told_the_options() {
    court("add", "every wed 5pm until 2027-03-31")
        .failsWith(
            ExitCodes.USAGE,
            "'every wed 5pm until 2027-03-31' means every Wednesday at 17:00 until 31 Mar 2027",
            "add --yes, or write --on we --time 17:00 --until 2027-03-31");
    assertThat(player.atTerminal("y\n", "add", "wed 17:00", "--no-input").code())
        .isEqualTo(ExitCodes.USAGE);
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          add wed 17:00 --yes                | Schedule 1: Wed 25 Nov 2026 17:00, Court 1, else Court 2, 30 minutes
          add -y tomorrow --court 2 18:30    | Schedule 1: Mon 23 Nov 2026 18:30, Court 2, 30 minutes
          add 2026-12-24 10:00 -y            | Schedule 1: Thu 24 Dec 2026 10:00, Court 1
          add every mo and fr 7am -y         | Schedule 1: every Monday and Friday at 07:00, Court 1
          add every other we 17:00 -y        | Schedule 1: every other Wednesday at 17:00, Court 1
          add wed 17:00 --dry-run            | Would add: Wed 25 Nov 2026 17:00, Court 1
          """)
  void nothing_is_asked_where_the_line_says_so(String line, String said) {
    assertThat(player.atTerminal("", line.split(" ")).succeeds().out()).startsWith(said);
    assertThat(type(line).succeeds().err()).doesNotContain("?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          add wed 7 -y         | 'wed 7' can mean several times: write 'Wed 25 Nov 2026 07:00' or 'Wed 25 Nov 2026 19:00'
          add mo-fr 7 -y       | write 'every mo, tu, we, th and fr 07:00', 'every mo, tu, we, th and fr 19:00', 'Mon 23 Nov 2026 07:00' or one of 9 others
          add wed 17:10 -y     | 17:10 is off the grid
          add wed -y           | 'wed' names no time of day
          add wensday 17:00    | 'wensday' is no word for a time, did you mean wednesday?
          add wed 17:00 --at 2026-12-02T17:00 | 'wed 17:00' says when, and so do the options: leave one of them out
          add today 11:00 -y   | 2026-11-22T11:00 is over
          preview wed 7        | 'wed 7' can mean several times
          """)
  void what_has_not_one_meaning_is_refused(String line, String said) {
    type(line).failsWith(ExitCodes.USAGE, said);
    assertThat(home).doesNotExist();
  }

  @Test
  void a_preview_needs_no_answer() {
    assertThat(type("preview every wed 17:00 --limit 1").succeeds().out())
        .contains("Wed 25 Nov 2026 17:00 EST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Court 2             | Court 2
          court 2,court 1     | Court 2, else Court 1
          COURT  2 , 1        | Court 2, else Court 1
          2,1                 | Court 2, else Court 1
          """)
  void courts_go_by_id_or_name(String courts, String said) {
    assertThat(court("preview", "wed 17:00", "--court", courts, "-o", "json").succeeds().err())
        .isEmpty();
    assertThat(court("add", "wed 17:00", "-y", "--court", courts).succeeds().out())
        .startsWith("Schedule 1: Wed 25 Nov 2026 17:00, " + said + ", 30");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Cort 2          | no court 'Cort 2', did you mean 'Court 2'?
          3               | no court '3': there is 1, 2
          Center          | no court 'Center': there is 1, 2
          Court 1,1       | name each court once
          """)
  void a_court_that_is_none_gets_the_nearest(String courts, String said) {
    court("add", "wed 17:00", "-y", "--court", courts).failsWith(ExitCodes.USAGE, said);
  }

  @Test
  void a_name_that_two_courts_have_is_refused() {
    configFile(
        """
        {"courts": {"1": {"amenity_id": 8, "name": "Roof"}, "2": {"amenity_id": 10, "name": "roof"}}}
        """);

    court("add", "wed 17:00", "-y", "--court", "Roof")
        .failsWith(
            ExitCodes.USAGE, "'Roof' is the name of several courts: write the id, one of 1, 2");
  }
}
