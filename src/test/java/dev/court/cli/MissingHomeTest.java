package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A home, or an account, that is not there: it may be mistyped, and nobody makes it by looking. */
class MissingHomeTest extends WithPlayer {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "calendar",
        "next",
        "show 1",
        "edit 1 --time 18:00",
        "skip 1 2026-12-02",
        "away",
        "away 2026-12-24",
        "away list",
        "away remove 1",
        "reservations",
        "cancel 1 --yes",
        "pause 1",
        "resume 1",
        "remove 1 --yes",
        "preview --on we --time 17:00",
        "run-due",
        "run-due --dry-run",
        "resolve 1 --booked",
        "accounts",
        "history",
        "logout",
        "auth",
        "refresh-token",
        "key rotate",
        "key new --yes",
        "backup list",
        "backup restore --yes",
        "backup accept --yes",
        "export",
        "notify",
        "notify test"
      })
  void a_home_that_was_named_is_refused(String line) {
    player.with("COURT_HOME", home.toString());

    type(line)
        .failsWith(
            ExitCodes.SETUP,
            "the home " + home + " (COURT_HOME) is not there: correct it, or make it with");

    assertThat(home).doesNotExist();
  }

  @Test
  void a_flag_names_a_home_too() {
    type("list --home " + home).failsWith(ExitCodes.SETUP, "(--home) is not there");
  }

  @Test
  void doctor_says_it_and_config_shows_where_it_was_named() {
    player.with("COURT_HOME", home.toString());

    assertThat(type("doctor --offline").out()).contains("(COURT_HOME) is not there");
    assertThat(type("config").succeeds().out()).contains(home.toString());

    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox --for 0", "help list", "completion bash"})
  void what_needs_no_home_needs_none_that_was_named(String line) {
    player.with("COURT_HOME", home.toString());

    type(line).succeeds();

    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"add --at 2026-12-02T17:00", "config set guests 2"})
  void is_made_by_what_adds_to_it(String line) {
    player.with("COURT_HOME", home.toString());

    type(line).succeeds();

    assertThat(home).isDirectory();
  }

  /** Command lines that look, or change what is not there, and their exit codes. */
  static Stream<Arguments> looking() {
    return Stream.of(
        arguments("init", ExitCodes.USAGE),
        arguments("list", ExitCodes.DONE),
        arguments("list --bookings -o json", ExitCodes.DONE),
        arguments("calendar", ExitCodes.DONE),
        arguments("next", ExitCodes.DONE),
        arguments("show 1", ExitCodes.UNKNOWN_ID),
        arguments("edit 1 --time 18:00", ExitCodes.UNKNOWN_ID),
        arguments("skip 1 2026-12-02", ExitCodes.UNKNOWN_ID),
        arguments("away", ExitCodes.DONE),
        arguments("away 2126-12-24", ExitCodes.USAGE),
        arguments("away list", ExitCodes.DONE),
        arguments("away remove 1", ExitCodes.UNKNOWN_ID),
        arguments("reservations", ExitCodes.SIGN_IN),
        arguments("cancel 1 --yes", ExitCodes.SIGN_IN),
        arguments("pause 1", ExitCodes.UNKNOWN_ID),
        arguments("resume 1", ExitCodes.UNKNOWN_ID),
        arguments("remove 1 --yes", ExitCodes.UNKNOWN_ID),
        arguments("preview --on we --time 17:00", ExitCodes.DONE),
        arguments("resolve 1 --booked", ExitCodes.UNKNOWN_ID),
        arguments("retry 1", ExitCodes.UNKNOWN_ID),
        arguments("history", ExitCodes.DONE),
        arguments("accounts", ExitCodes.DONE),
        arguments("machines", ExitCodes.DONE),
        arguments("logout", ExitCodes.DONE),
        arguments("auth", ExitCodes.SIGN_IN),
        arguments("refresh-token", ExitCodes.SIGN_IN),
        arguments("backup list", ExitCodes.DONE),
        arguments("backup restore --yes", ExitCodes.SETUP),
        arguments("backup accept --yes", ExitCodes.DONE),
        arguments("export", ExitCodes.DONE),
        arguments("export -o ics", ExitCodes.DONE),
        arguments("notify", ExitCodes.DONE),
        arguments("notify test", ExitCodes.SETUP),
        arguments("config", ExitCodes.DONE),
        arguments("config get guests", ExitCodes.DONE),
        arguments("config unset guests", ExitCodes.DONE),
        arguments("doctor --offline", ExitCodes.SIGN_IN),
        arguments("complete schedules", ExitCodes.DONE),
        arguments("add --on we --time 17:00 --dry-run", ExitCodes.DONE),
        arguments("run-due --dry-run", ExitCodes.DONE));
  }

  /** A command that comes later finds its line in the table above, or its name here. */
  @Test
  void every_command_that_looks_is_tried() {
    List<String> others =
        List.of(
            "login", "key", "import", "install", "completion", "sandbox", "demo", "worker", "help");
    Stream<String> tried = looking().map(line -> line.get()[0].toString().split(" ", -1)[0]);

    assertThat(Stream.concat(others.stream(), tried).distinct())
        .containsAll(
            Pattern.compile("(?m)^ {2}([a-z-]+) {2}")
                .matcher(type("--help").succeeds().out())
                .results()
                .map(found -> found.group(1))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("looking")
  void the_usual_one_is_an_empty_plan_and_is_not_made(String line, int code) {
    Ran ran = type(line);

    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(folder).isEmptyDirectory();
  }

  /** A refusal is in the log of a home that is there. */
  @ParameterizedTest
  @MethodSource("looking")
  void nothing_is_made_in_an_empty_one(String line, int code) throws IOException {
    player.with("COURT_HOME", Files.createDirectories(home).toString());

    Ran ran = type(line);

    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(home)
        .isDirectoryNotContaining(
            path -> !path.endsWith(code == ExitCodes.DONE ? "" : "court.log"));
  }

  /** Before anything was added, so that doctor can tell whether cron comes by. */
  @Test
  void a_run_makes_the_usual_one() {
    type("run-due").succeeds();

    assertThat(home.resolve("last-run")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "next",
        "calendar",
        "accounts",
        "away",
        "away remove 1",
        "history",
        "run-due",
        "auth",
        "logout",
        "export",
        "show 1",
        "remove 1 --yes",
        "preview --on we --time 17:00",
        "refresh-token",
        "notify",
        "notify test",
        "install cron"
      })
  void an_account_that_was_named_is_refused(String line) {
    type("add --at 2026-12-02T17:00").succeeds();
    type("add --at 2026-12-02T17:00 --account eve").succeeds();
    configFile("{\"notify\": {\"me\": {\"type\": \"command\", \"command\": \"/bin/true\"}}}");

    type(line + " --account evee")
        .failsWith(ExitCodes.SETUP, "no account 'evee': there is default, eve; court add");
  }

  @Test
  void doctor_names_the_accounts_that_there_are() {
    type("add --at 2026-12-02T17:00 --account eve").succeeds();

    assertThat(type("doctor --offline --account evee").out())
        .contains("no account 'evee': there is eve;");
  }

  @Test
  void the_usual_account_need_not_be_there() {
    type("add --at 2026-12-02T17:00 --account eve").succeeds();

    type("config set accounts.eve.occupant_id 133056").succeeds();

    type("list").succeeds();
    // It is eve's session that is missing, and nothing of the usual account's.
    assertThat(type("run-due").code()).isEqualTo(ExitCodes.SIGN_IN);
  }
}
