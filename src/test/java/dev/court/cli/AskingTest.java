package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code add}, {@code edit} and {@code remove} ask for at a terminal when it is not said. */
class AskingTest extends WithPlayer {
  private static final String LINE_END = ";";

  /** A command line and what is typed at its questions, with {@code ;} between the answers. */
  private Ran asked(String line, String answers) {
    return player.atTerminal(answers.replace(LINE_END, "\n") + "\n", line.split(" "));
  }

  private Object field(long id, String name) {
    return schedule(id).get(name);
  }

  @Test
  void add_alone_asks_for_what_to_play_and_shows_it() {
    Ran ran = asked("add", "wed 7;2;2,1;60;doubles;y").succeeds();

    assertThat(ran.err())
        .startsWith(
            """
            When to play: wed 17:00, tomorrow 7am, 2026-12-24 10:00 or every mo and fr 18:30, for example.
            When: That can mean several times:
              1  Wed 25 Nov 2026 07:00
              2  Wed 25 Nov 2026 19:00
            Which: Courts, best first (1 Court 1, 2 Court 2) [1,2]: \
            Minutes (30 or 60) [30]: A name, if you like: \
            Would add: Wed 25 Nov 2026 19:00, Court 2, else Court 1, 60 minutes (doubles)
              Wed 25 Nov 2026 19:00 EST  open since Wed 18 Nov 2026 19:00 EST: the next run-due books it
            Keep it? [y/N]""");
    assertThat(ran.out())
        .startsWith(
            "Schedule 1: Wed 25 Nov 2026 19:00, Court 2, else Court 1, 60 minutes (doubles)\n");
    assertThat(field(1, "name")).isEqualTo("doubles");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          add                           | every wed 17:00;;;;y      | every Wednesday at 17:00, Court 1, else Court 2, 30 minutes
          add                           | wed 17:00;court 2;;;y     | Wed 25 Nov 2026 17:00, Court 2, 30 minutes
          add                           | wed 17:00;;1h;;y          | Wed 25 Nov 2026 17:00, Court 1, else Court 2, 60 minutes
          add --court 2                 | wed 17:00;60;;y           | Wed 25 Nov 2026 17:00, Court 2, 60 minutes
          add --court 2 --duration 60   | wed 17:00;;y              | Wed 25 Nov 2026 17:00, Court 2, 60 minutes
          add --court 2 --duration 60 --name a | wed 17:00;y        | Wed 25 Nov 2026 17:00, Court 2, 60 minutes (a)
          add -y                        | wed 17:00;;;              | Wed 25 Nov 2026 17:00, Court 1, else Court 2, 30 minutes
          add                           | soon;wed 17:00;;;;y       | Wed 25 Nov 2026 17:00, Court 1, else Court 2, 30 minutes
          add                           | wed 17:10;wed 17:00;;;;y  | Wed 25 Nov 2026 17:00, Court 1, else Court 2, 30 minutes
          add                           | wed 7;5;1;;;;y            | Wed 25 Nov 2026 07:00, Court 1, else Court 2, 30 minutes
          add                           | wed 17:00;3;2;45;60;;y    | Wed 25 Nov 2026 17:00, Court 2, 60 minutes
          """)
  void what_an_option_says_is_not_asked_and_what_is_refused_is_asked_again(
      String line, String answers, String said) {
    assertThat(asked(line, answers).succeeds().out()).startsWith("Schedule 1: " + said + "\n");
  }

  @Test
  void readings_that_cannot_be_booked_are_not_offered() {
    assertThat(asked("add", "wed 7:10;wed 17:00;;;;y").succeeds().err())
        .contains("off the grid")
        .doesNotContain("Which");
  }

  @Test
  void a_dry_run_writes_nothing() {
    assertThat(asked("add --dry-run", "wed 17:00;;;").succeeds().out()).startsWith("Would add: ");
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''               | nothing was added
          wed 17:00        | nothing was added
          wed 17:00;;;;n   | nothing was added
          soon;soon;soon   | nothing was added: 'soon'
          """)
  void who_does_not_go_on_to_the_end_adds_nothing(String answers, String said) {
    Ran ran = asked("add", answers);

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err().lines().reduce("", (before, line) -> line)).contains("court: " + said);
    assertThat(ran.out()).isEmpty();
    assertThat(home).doesNotExist();
  }

  @Test
  void an_option_that_is_wrong_is_refused_before_the_questions() {
    assertThat(asked("add --court 9", "wed 17:00").err())
        .isEqualTo("court: no court '9': there is 1, 2\n");
  }

  @Test
  void a_building_with_one_court_and_one_length_is_asked_for_neither() {
    configFile(
        """
        {"courts": {"1": {"amenity_id": 8, "name": "Roof"}}, "max_duration": "PT30M"}
        """);

    assertThat(asked("add", "wed 17:00;;y").succeeds().out()).contains(", Roof, 30 minutes");
  }

  @Test
  void many_lengths_are_told_by_their_bounds() {
    configFile("{\"slot\": \"PT15M\", \"max_duration\": \"PT4H\"}");

    assertThat(asked("add", "wed 17:00;;75;;y").succeeds().err())
        .contains("Minutes (15 to 240 in steps of 15) [15]: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          add    | say when: in words (wed 17:00, every mo and fr 7am), or with --at DATETIME
          edit   | name the schedule to change by its id, such as court edit 1 --court 2
          edit 1 | name what to change, such as --court 2,1 or --duration 60
          remove | name the schedules to remove by their ids, such as court remove 1
          """)
  void in_a_pipe_and_with_no_input_the_error_names_the_options(String line, String said) {
    type("add --on we --time 17:00").succeeds();

    type(line).failsWith(ExitCodes.USAGE, said);
    player.atTerminal("1\ny\n", (line + " --no-input").split(" ")).failsWith(ExitCodes.USAGE, said);
  }

  @Test
  void edit_suggests_each_value_and_keeps_what_is_not_answered() {
    court("add", "--on", "we", "--time", "17:00", "--court", "2", "--name", "ladder").succeeds();

    Ran ran = asked("edit 1", ";;60;;;;;y").succeeds();

    assertThat(ran.err())
        .contains(
            "When [every Wednesday at 17:00]: ",
            "[2]: ",
            "Minutes (30 or 60) [30]: ",
            "Guests [1]: ",
            "[whole]: ",
            "[0]: ",
            "Name (- for none) [ladder]: ",
            "Schedule 1 would be: every Wednesday at 17:00, Court 2, 60 minutes (ladder)\n",
            "Keep it? [y/N] ");
    assertThat(schedule(1))
        .containsEntry("duration", 60)
        .containsEntry("name", "ladder")
        .containsEntry("court_ids", List.of("2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          every thu 18:00;;;;;;y       | every Thursday at 18:00, Court 1, else Court 2, 30 minutes
          fri 7;2;2,1;;3;;-;y          | Fri 27 Nov 2026 19:00, Court 2, else Court 1, 30 minutes
          ;;60;;split;2d;;y            | every other Wednesday at 17:00, 10 times, Court 1, else Court 2, 60 minutes slot by slot
          """)
  void edit_takes_an_answer_as_a_whole(String answers, String said) {
    court("add", "--on=we", "--time=17:00", "--every=2", "--count=10", "--name=a").succeeds();

    assertThat(asked("edit", "1;" + answers).succeeds().out())
        .startsWith("Changed schedule 1: " + said + ", next ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fri 20:00;;;;;;;y          | [-]         | Fri 27 Nov 2026 20:00, Court 1
          fri 20:00;2;60;;;;;;y      | [-]         | Fri 27 Nov 2026 20:00, Court 2
          fri 20:00;;;21:00;;;;y     | [-]         | Fri 27 Nov 2026 20:00, or 21:00, Court 1
          fri 20:00;;;19:00;21:00;;;;y | [-]       | Fri 27 Nov 2026 20:00, or 21:00, Court 1
          fri 18:00;;;;;;;y          | [19:00]     | Fri 27 Nov 2026 18:00, or 19:00, Court 1
          fri 18:00;;;-;;;;y         | [19:00]     | Fri 27 Nov 2026 18:00, Court 1
          ;;;-;;;;y                  | [19:00]     | Wed 2 Dec 2026 18:30, Court 1
          """)
  void edit_moves_a_time_past_the_others_that_would_do_and_asks_for_them(
      String answers, String suggested, String said) {
    type("add --at 2026-12-02T18:30 --or 19:00").succeeds();

    Ran ran = asked("edit 1", answers).succeeds();

    assertThat(ran.err()).contains("Other times that would do (- for none) " + suggested + ": ");
    assertThat(ran.out()).startsWith("Changed schedule 1: " + said);
  }

  @Test
  void other_times_that_a_new_one_is_past_are_asked_for_with_the_reason() {
    Ran ran = asked("add --or 9:00", "wed 17:00;;;18:00;;y").succeeds();

    assertThat(ran.err())
        .contains("09:00 opens before 17:00", "Other times that would do (- for none) [-]: ");
    assertThat(ran.out()).startsWith("Schedule 1: Wed 25 Nov 2026 17:00, or 18:00, ");
    assertThat(asked("add --or 19:00", "wed 17:00;;;;y").succeeds().err())
        .doesNotContain("Other times");
  }

  @Test
  void edit_without_another_answer_changes_nothing() {
    type("add --at 2026-12-02T17:00").succeeds();
    Object before = schedule(1);

    Ran ran = asked("edit 1", ";;;;;;").succeeds();

    assertThat(ran.err()).endsWith("nothing was changed\n");
    assertThat(ran.out()).isEmpty();
    assertThat(schedule(1)).isEqualTo(before);
  }

  @Test
  void a_schedule_that_is_over_can_be_given_a_name() {
    type("add --at 2026-11-24T10:00").succeeds();
    player.clock.set(Instant.parse("2026-11-26T17:00:00Z"));

    asked("edit 1", ";;;;;late;y").succeeds();

    assertThat(field(1, "name")).isEqualTo("late");
  }

  @Test
  void edit_with_an_option_asks_only_which() {
    type("add --at 2026-12-02T17:00").succeeds();
    type("add --at 2026-12-03T17:00").succeeds();

    assertThat(asked("edit --court 2", "2").succeeds().err())
        .isEqualTo(
            """
              1  Wed 2 Dec 2026 17:00
              2  Thu 3 Dec 2026 17:00
            Which, by its id:\s""");
    assertThat(field(2, "court_ids")).isEqualTo(List.of("2"));
  }

  @Test
  void remove_alone_lets_several_be_chosen() {
    court("add", "--on", "we", "--time", "17:00", "--name", "ladder").succeeds();
    type("add --at 2026-12-03T17:00").succeeds();
    type("add --at 2026-12-04T17:00").succeeds();

    Ran ran = asked("remove", "3 1;y").succeeds();

    assertThat(ran.err())
        .startsWith(
            """
              1  every Wednesday at 17:00 (ladder)
              2  Thu 3 Dec 2026 17:00
              3  Fri 4 Dec 2026 17:00
            Which, by their ids, such as 1,2: \
              3: Fri 4 Dec 2026 17:00
              1: every Wednesday at 17:00 (ladder)
            Remove them? [y/N]""");
    assertThat(ran.out()).contains("Removed schedule 3", "Removed schedule 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1;n", "2;2;2"})
  void remove_without_an_answer_removes_nothing(String answers) {
    type("add --at 2026-12-03T17:00").succeeds();
    type("add --at 2026-12-04T17:00").succeeds();
    player.court("remove", "2", "--yes").succeeds();

    Ran ran = asked("remove", answers);

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(field(1, "status")).isEqualTo("pending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"edit", "remove"})
  void where_there_is_no_schedule_nothing_is_asked(String line) {
    assertThat(asked(line, "").code()).isEqualTo(ExitCodes.UNKNOWN_ID);
    assertThat(home).doesNotExist();
  }
}
