package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest extends WithPlayer {
  static final List<String> COMMANDS =
      List.of(
          "init",
          "add",
          "list",
          "calendar",
          "next",
          "show",
          "edit",
          "skip",
          "away",
          "away list",
          "away remove",
          "pause",
          "resume",
          "remove",
          "preview",
          "reservations",
          "cancel",
          "run-due",
          "retry",
          "resolve",
          "accounts",
          "history",
          "login",
          "logout",
          "auth",
          "refresh-token",
          "key",
          "key prepare",
          "key rotate",
          "key new",
          "import",
          "export",
          "doctor",
          "install",
          "completion",
          "config",
          "config adopt",
          "config get",
          "config set",
          "config share",
          "config unset",
          "notify",
          "notify test",
          "sandbox",
          "demo",
          "help");

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void every_command_explains_itself_and_its_exit_codes(String command) {
    Ran ran = type(command + " --help");

    assertThat(ran.succeeds().out())
        .startsWith("Usage: court " + command)
        .contains("--home", "--account", "--debug", "--color", "--quiet", "--verbose")
        .containsPattern("Exit codes:\n  0 ");
    assertThat(ran.err()).isEmpty();
    assertThat(type(command + " -h").succeeds().out()).isEqualTo(ran.out());
    assertThat(type("help " + command).succeeds().out()).isEqualTo(ran.out());
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "init,          0 1 2 4 5 7",
    "add,           0 1 2 5 7",
    "list,          0 1 2 5 7",
    "calendar,      0 1 2 5 7",
    "next,          0 1 2 5 7",
    "show,          0 1 2 5 6 7",
    "edit,          0 1 2 5 6 7",
    "skip,          0 1 2 5 6 7",
    "away,          0 1 2 5 6 7",
    "away list,     0 1 2 5 7",
    "away remove,   0 1 2 5 6 7",
    "pause,         0 1 2 5 6 7",
    "resume,        0 1 2 5 6 7",
    "remove,        0 1 2 5 6 7",
    "preview,       0 1 2 7",
    "reservations,  0 1 2 4 5 7",
    "cancel,        0 1 2 3 4 5 6 7 8",
    "run-due,       0 1 2 3 4 5 6 7 8 129 130 143",
    "retry,         0 1 2 5 6 7",
    "resolve,       0 1 2 5 6 7",
    "accounts,      0 1 2 5 7",
    "history,       0 1 2 5 7",
    "login,         0 1 2 4 5 7",
    "logout,        0 1 2 5 7",
    "auth,          0 1 2 4 5 7",
    "refresh-token, 0 1 2 4 5 7",
    "key,           0 2",
    "key prepare,   0 1 2 5 7",
    "key rotate,    0 1 2 5 7",
    "key new,       0 1 2 5 7",
    "import,        0 1 2 5 7",
    "export,        0 1 2 5 7",
    "doctor,        0 1 2 4 5 7 8",
    "install,       0 1 2 7",
    "completion,    0 1 2 7",
    "config,        0 1 2 7",
    "config adopt,  0 1 2 5 7",
    "config set,    0 1 2 5 7",
    "config share,  0 1 2 5 7",
    "config unset,  0 1 2 5 7",
    "notify,        0 1 2 5 7",
    "notify test,   0 1 2 5 7",
    "sandbox,       0 1 2 7",
    "demo,          0 1 7",
    "help,          0 1 2 7"
  })
  void help_names_the_codes_that_a_command_can_end_with(String command, String codes) {
    List<String> named =
        type(command + " --help")
            .out()
            .lines()
            .dropWhile(line -> !line.startsWith("Exit codes:"))
            .filter(line -> line.matches("  \\d+ .*"))
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();

    assertThat(String.join(" ", named)).isEqualTo(codes);
  }

  /** The order of the commands above all others is of that help alone. */
  @ParameterizedTest
  @ValueSource(strings = {"key", "config", "backup", "away"})
  void the_commands_of_a_group_stand_below_its_options(String group) {
    assertThat(type(group + " --help").succeeds().out())
        .containsSubsequence("Usage: court " + group, "--verbose", "\nCommands:\n  ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help", "--color=never --help"})
  void the_help_of_all_lists_the_commands(String line) {
    String out = type(line).succeeds().out();

    assertThat(out).startsWith("Usage: court ");
    COMMANDS.stream()
        .filter(command -> !command.contains(" "))
        .forEach(command -> assertThat(out).containsPattern("\n  " + command + "(, ..)? +[A-Z]"));
    assertThat(out)
        .doesNotContain("warm-up", "Others:")
        .containsSubsequence(
            "Each day:",
            "add",
            "list, ls",
            "next",
            "calendar",
            "remove, rm",
            "Change:",
            "Account:",
            "Set up:",
            "Options of all commands:",
            "--home");
  }

  @Test
  void help_is_coloured_when_wanted() {
    assertThat(type("--color=always list --help").out()).contains("\u001b[");
    assertThat(type("list --help --color always").out()).contains("\u001b[");
    assertThat(type("list --help").out()).doesNotContain("\u001b[");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void tells_its_version(String line) {
    assertThat(type(line).succeeds().out()).matches("court .+\\ncommit unknown\\nJava \\d+.*\\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          lst                   | no command 'lst', did you mean list? (see: court --help)
          frobnicate            | no command 'frobnicate' (see: court --help)
          help lst              | no command 'lst', did you mean list?
          help config lst       | no command 'config lst'
          --bogus               | unknown option: '--bogus' (see: court --help)
          list --bogus          | unknown option: '--bogus' (see: court list --help)
          list --boking         | did you mean --bookings?
          list extra            | 1 argument too many (see: court list --help)
          config frobnicate     | no command 'frobnicate' (see: court config --help)
          list --home           | missing required parameter for option '--home'
          show                  | missing required parameter: 'ID'
          pause                 | missing required parameter: 'ID'
          import                | missing required parameter: 'FILE'
          skip 1                | missing required parameter: 'DATE'
          list --color=blue     | expected one of [auto, always, never]
          preview --limit x     | 'x' is not an int
          add --at 2026-12-02T17:00 --at 2026-12-03T17:00 | should be specified only once
          """)
  void what_is_no_command_line_is_told_in_one_line(String line, String reason) {
    type(line).failsWith(ExitCodes.USAGE, reason);

    assertThat(home).doesNotExist();
  }

  @Test
  void no_command_at_all_is_told() {
    court().failsWith(ExitCodes.USAGE, "which command? court --help lists them");
  }

  @Test
  void the_stack_trace_is_shown_when_wanted_and_not_otherwise() {
    Ran plain = type("show 99");
    Ran debug = type("show 99 --debug");

    plain.failsWith(ExitCodes.UNKNOWN_ID, "no schedule 99");
    assertThat(debug.code()).isEqualTo(ExitCodes.UNKNOWN_ID);
    assertThat(debug.err())
        .startsWith(plain.err())
        .contains("dev.court.booking.UnknownId", "\tat ");
    assertThat(type("list --bogus --debug").err()).contains("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--account ann list", "list --account ann", "-q list", "list -q", "--debug list"})
  void options_of_all_commands_stand_before_or_behind(String line) {
    type("add --at 2026-12-02T17:00 --account ann").succeeds();

    type(line).succeeds();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a|b", "a/b", "a\nb", "-a"})
  void refuses_an_account_that_is_no_name(String name) {
    court("list", "--account=" + name).failsWith(ExitCodes.USAGE, "an account's name is");
    court("list", "--account", "x".repeat(61)).failsWith(ExitCodes.USAGE, "an account's name is");
  }

  @Test
  void control_characters_of_what_was_typed_do_not_reach_the_terminal() {
    court("add", "--at", "2026-12-02T17:00", "--court", "\u001b[2Jx\ny")
        .failsWith(ExitCodes.USAGE, "no court '?[2Jx?y'");
  }
}
