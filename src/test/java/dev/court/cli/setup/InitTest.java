package dev.court.cli.setup;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.Receiver;
import dev.court.WithPlayer;
import dev.court.cli.ExitCodes;
import dev.court.log.Log;
import dev.court.workspace.LastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From nothing to a home that books, by questions at a terminal. */
class InitTest extends WithPlayer {
  private static final String ADDRESS =
      "https://my.tfc.com/api/v1/my/occupants/133055/amenity-reservations/?page=2";

  /** What a newcomer types, without the yes. */
  private static final List<String> ANSWERS =
      List.of(ADDRESS, "1", "player@example.com", "sandbox", "y", "every wed 17:00", "2,1", "");

  /** So many of these lead to the sign-in. */
  private static final int SIGN_IN = 5;

  /** The same without a sign-in. */
  private static final List<String> UNSIGNED = List.of(ADDRESS, "3", "every wed 17:00", "2,1", "");

  private static final String NOTHING = "court: nothing was set up\n";
  private static final String SIGNED_IN =
      "court: nothing was set up but the sign-in, which is kept\n";

  @BeforeEach
  void knowsNothing() {
    player.with("COURT_OCCUPANT_ID", null);
  }

  private Ran init(String... answers) {
    return init(List.of(answers));
  }

  private Ran init(List<String> answers) {
    String typed = String.join("\n", answers);
    return player.atTerminal(typed.isEmpty() ? "" : typed + "\n", "init");
  }

  private static List<String> newcomer(String... more) {
    return Stream.concat(ANSWERS.stream(), Stream.of(more)).toList();
  }

  private String config() throws IOException {
    return Files.readString(home.resolve("config.json"));
  }

  @Test
  void a_newcomer_is_set_up_in_one_sitting() throws IOException {
    Ran ran = init(newcomer("y")).succeeds();

    assertThat(ran.err())
        .contains("The building lets you in as occupant 133055.")
        .containsPattern("home +" + home + " +XDG_DATA_HOME\n")
        .containsPattern("building +127.0.0.1:\\d+, America/New_York +COURT_API_URL\n")
        .containsPattern("occupant +133055 +typed now\n")
        .containsPattern("sign-in +alive, until .*; user name and password are kept +done now\n")
        .containsPattern("to play +every Wednesday at 17:00, Court 2, else Court 1; .* typed now\n")
        .containsPattern("run-due +you call it by hand: court run-due +a rehearsal\n")
        .containsPattern("news +nowhere: docs/notifications.md +left for later\n")
        .contains("Do it? [y/N] Schedule 1 is kept.\n")
        .doesNotContain("sandbox");
    assertThat(ran.out()).contains("SCHEDULE", "Wed 25 Nov 2026 17:00").hasLineCount(4);
    assertThat(config()).isEqualTo("{\n  \"occupant_id\": \"133055\"\n}\n");
    type("run-due").succeeds();
    assertThat(bookingsOf("status")).contains("success");
  }

  @Test
  void nothing_is_written_before_the_yes_but_the_sign_in() {
    Ran ran = init(newcomer("n"));

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err()).endsWith("Do it? [y/N] " + SIGNED_IN);
    assertThat(home.resolve("config.json")).doesNotExist();
    assertThat(court("list", "-o", "json").rows()).isEmpty();
    type("auth").succeeds();
  }

  static Stream<List<String>> brokenOff() {
    return Stream.concat(
        IntStream.rangeClosed(0, SIGN_IN - 1).mapToObj(answered -> ANSWERS.subList(0, answered)),
        IntStream.rangeClosed(2, UNSIGNED.size())
            .mapToObj(answered -> UNSIGNED.subList(0, answered)));
  }

  @ParameterizedTest
  @MethodSource("brokenOff")
  void the_end_of_input_at_any_question_leaves_nothing_half_done(List<String> answers) {
    Ran ran = init(answers);

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err()).endsWith("\n" + NOTHING);
    assertThat(home).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          0 | ann                             | 'ann' is no occupant id: it is a number
          0 | https://my.tfc.com/my/profile   | no number after /occupants/
          1 | 4                               | not in the list
          2 | wed 17:10                       | off the grid
          2 | someday                         | no word for a time
          2 | today 11:00                     | is over
          3 | 3                               | not in the list
          4 | ann@example.com                 | mail needs a server too: docs/notifications.md
          4 | ftp://example.com/x             | is refused
          4 | https://                        | the url is none
          5 | of course                       | answer y or n
          """)
  void garbage_is_asked_for_again_and_in_the_end_nothing_is_set_up(
      int question, String garbage, String why) {
    List<String> before = UNSIGNED.subList(0, question);

    Ran ran = init(Stream.concat(before.stream(), Stream.of(garbage, garbage, garbage)).toList());

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err().lines().filter(line -> line.contains(why))).hasSize(3);
    assertThat(ran.err()).contains("court: nothing was set up: ");
    assertThat(home).doesNotExist();
  }

  @Test
  void what_is_understood_at_last_counts() throws IOException {
    Ran ran = init("x", ADDRESS, "7", "3", "wed 7", "2", "", "", "y").succeeds();

    assertThat(ran.err()).contains("  1  Wed 25 Nov 2026 07:00\n  2  Wed 25 Nov 2026 19:00\n");

    assertThat(config()).contains("133055");
    assertThat(court("list").succeeds().out()).contains("Wed 25 Nov 2026 19:00");
  }

  @Test
  void what_to_play_can_be_left_for_later_after_a_time_that_was_refused() {
    Ran ran = init(ADDRESS, "3", "today 11:00", "", "", "y").succeeds();

    assertThat(ran.err())
        .contains("is over")
        .containsPattern("to play +nothing: court add +left for later");
    assertThat(court("list", "-o", "json").rows()).isEmpty();
  }

  @Test
  void every_part_can_be_left_for_later() {
    Ran ran = init("", "3", "", "").succeeds();

    assertThat(ran.err())
        .containsPattern("occupant +not set: court config set occupant_id NUMBER +left for later")
        .containsPattern("sign-in +court login +left for later")
        .containsPattern("to play +nothing: court add +left for later")
        .contains("Nothing is left to write.", "Left to do:\n- settings: no occupant id is set")
        .doesNotContain("Do it?");
    assertThat(home).doesNotExist();
  }

  @Test
  void run_again_it_starts_from_what_is_there_and_changes_nothing() throws IOException {
    init(newcomer("y")).succeeds();
    String before = config() + type("list").out();

    Ran ran = init("", "", "", "").succeeds();

    assertThat(ran.err())
        .contains("Number or address [133055]: ")
        .contains("You are signed in, until ", "Sign in anew? [y/N] ")
        .contains("There is schedule 1, every Wednesday at 17:00.")
        .containsPattern("occupant +133055 +config.json\n")
        .containsPattern("sign-in +alive, .* there already\n")
        .containsPattern("to play +schedule 1, every Wednesday at 17:00 +there already\n")
        .contains("Nothing is left to write.");
    assertThat(config() + type("list").out()).isEqualTo(before);
  }

  @Test
  void after_a_sitting_that_was_broken_off_the_next_goes_on() throws IOException {
    Ran first = init(ANSWERS.subList(0, SIGN_IN));
    assertThat(first.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(first.err()).endsWith("\n" + SIGNED_IN);

    Ran ran = init("133055", "", "every wed 17:00", "", "", "y").succeeds();

    assertThat(ran.err()).contains("You are signed in, until");
    assertThat(config()).contains("133055");
    assertThat(court("list", "-o", "json").rows()).hasSize(1);
  }

  @Test
  void what_another_court_adds_while_the_question_waits_is_not_added_again() {
    Ran ran =
        player.atTerminal(
            () -> court("add", "every wed 17:00", "--yes").succeeds(),
            "y\n",
            "init",
            "--add",
            "every wed 17:00",
            "--skip",
            "occupant,login,caller,news");

    assertThat(ran.err()).contains("That is there already.");
    assertThat(court("list", "-o", "json").rows()).hasSize(1);
  }

  @Test
  void a_password_of_a_file_is_sent_once() throws IOException {
    Path password = secret("password", "wrong\n");

    Ran ran =
        player.atTerminal(
            "\n\n\n\n",
            "init",
            "--yes",
            "--username",
            "player@example.com",
            "--password-file",
            password.toString(),
            "--skip",
            "occupant,schedule,news");

    assertThat(passwordsSent()).isEqualTo(1);
    assertThat(ran.code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(ran.err())
        .contains("do not try often", "Signing in is left for later.")
        .doesNotContain("Try it again?", "Keep them?", "Five questions");
  }

  @Test
  void a_password_of_an_empty_file_is_said() throws IOException {
    Path password = secret("password", "");

    Ran ran =
        player.atTerminal(
            "",
            "init",
            "--username",
            "player@example.com",
            "--password-file",
            password.toString(),
            "--skip",
            "occupant,schedule,news");

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err()).contains("there is no password", "Signing in is left for later.");
  }

  @Test
  void a_refused_password_is_not_tried_again_by_enter() {
    Ran ran = init(ADDRESS, "1", "player@example.com", "wrong", "n", "", "", "", "y");

    assertThat(passwordsSent()).isEqualTo(1);
    assertThat(ran.code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(ran.err()).contains("Try it again? [y/N] Signing in is left for later.\n");
  }

  @Test
  void what_a_refused_sign_in_has_made_is_said() {
    Ran ran = init(ADDRESS, "1", "player@example.com", "wrong", "n");

    assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(ran.err()).endsWith("\ncourt: nothing was set up; the home folder is there\n");
    assertThat(home).isDirectory();
  }

  @ParameterizedTest
  @CsvSource({"1, player@example.com", "2, "})
  void an_empty_password_or_token_leaves_the_sign_in_for_later(String way, String name) {
    List<String> before =
        name == null ? List.of(ADDRESS, way, "") : List.of(ADDRESS, way, name, "");

    Ran ran = init(Stream.concat(before.stream(), Stream.of("", "", "y")).toList()).succeeds();

    assertThat(ran.err())
        .contains(": Signing in is left for later.\n")
        .doesNotContain("Try it again?", "Keep them?");
    assertThat(passwordsSent()).isZero();
  }

  @Test
  void a_wrong_password_is_asked_for_again_and_sent_three_times_at_most() {
    String[] answers = {
      ADDRESS,
      "1",
      "player@example.com",
      "wrong",
      "n",
      "y",
      "player@example.com",
      "wrong2",
      "y",
      "player@example.com",
      "wrong3",
      "",
      "",
      "y"
    };

    Ran ran = init(answers);

    assertThat(passwordsSent()).isEqualTo(3);
    assertThat(ran.code()).isEqualTo(ExitCodes.SIGN_IN);
    assertThat(ran.err().lines().filter(line -> line.contains("do not try often"))).hasSize(3);
    assertThat(ran.err())
        .containsOnlyOnce("Keep them?")
        .containsOnlyOnce("Signing in is left for later.")
        .containsPattern("sign-in +court login +left for later")
        .doesNotContain("wrong2");
  }

  private long passwordsSent() {
    return player.sandbox.requests().stream()
        .filter(request -> request.body().contains("password="))
        .count();
  }

  @Test
  void a_realm_that_is_away_leaves_the_sign_in_for_later() throws IOException {
    player.sandbox.faults().add("5xx@login=1");

    Ran ran = init(newcomer("y"));

    assertThat(ran.code()).isEqualTo(ExitCodes.TEMPORARY);
    assertThat(ran.err())
        .contains("HTTP 502", "Signing in is left for later.")
        .containsPattern("sign-in +court login +left for later")
        .contains("- session: nobody is signed in");
    assertThat(config()).contains("133055");
    assertThat(court("list", "-o", "json").rows()).hasSize(1);
  }

  @Test
  void the_number_of_somebody_else_is_asked_for_again() throws IOException {
    Ran ran =
        init("133056", "1", "player@example.com", "sandbox", "n", "133055", "", "", "y").succeeds();

    assertThat(ran.err())
        .contains("the building does not let you in as occupant 133056 (HTTP 403)")
        .contains("The building lets you in as occupant 133055.");
    assertThat(config()).contains("133055");
  }

  @Test
  void a_number_that_stays_somebody_elses_is_left_for_later() {
    Ran ran = init("133056", "1", "player@example.com", "sandbox", "n", "133057", "2", "", "");

    assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
    assertThat(ran.err())
        .contains("as occupant 133056 (HTTP 403)", "as occupant 133057 (HTTP 403)")
        .contains("as occupant 2 (HTTP 403)")
        .containsPattern("occupant +not set: .* left for later\n");
    assertThat(home.resolve("config.json")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"133055", ""})
  void the_number_that_is_set_is_checked_after_another_was_refused(String answer)
      throws IOException {
    configFile("{\"occupant_id\": \"133055\"}");

    Ran ran = init("133056", "1", "player@example.com", "sandbox", "n", answer, "", "").succeeds();

    assertThat(ran.err())
        .contains("as occupant 133056 (HTTP 403): give your own number.")
        .contains("The building lets you in as occupant 133055.")
        .containsPattern("occupant +133055 +config.json\n");
    assertThat(config()).doesNotContain("133056");
  }

  @Test
  void a_refused_number_is_not_kept_when_it_is_typed_again() {
    Ran ran = init("133056", "1", "player@example.com", "sandbox", "n", "133056", "", "");

    assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
    assertThat(home.resolve("config.json")).doesNotExist();
  }

  @Test
  void a_variable_that_the_building_refuses_is_named() {
    player.with("COURT_OCCUPANT_ID", "133056");

    Ran ran =
        player.type(
            "sandbox\n",
            "init",
            "--yes",
            "--username",
            "player@example.com",
            "--skip",
            "schedule,news");

    assertThat(ran.code()).isEqualTo(ExitCodes.SETUP);
    assertThat(ran.err())
        .contains(
            "(HTTP 403): correct COURT_OCCUPANT_ID, or unset it;"
                + " nothing was set up but the sign-in, which is kept");
  }

  @Test
  void who_wants_to_read_nothing_does_not_wait_for_the_look_at_everything() throws IOException {
    Ran ran = type("-q init --yes --occupant 133055 --skip login,schedule,caller,news").succeeds();

    assertThat(ran.err()).isEmpty();
    assertThat(player.sandbox.requests()).isEmpty();
    assertThat(config()).contains("133055");
  }

  @Test
  void advice_names_the_account() throws IOException {
    try (Receiver receiver = new Receiver()) {
      receiver.answering("/away", aResponse().withStatus(503));
      String typed = "133055\n3\n%s%s\ny\n";

      Ran ran =
          player
              .atTerminal(typed.formatted("\n", receiver.url("/hook")), "init", "--account", "eve")
              .succeeds();
      Ran later =
          player.atTerminal(
              typed.formatted("wed 17:00\n\n", receiver.url("/away")), "init", "--account", "eve");

      assertThat(ran.err())
          .contains("later: court login --account eve\n")
          .contains("nothing: court add --account eve ")
          .contains("has a schedule or a sign-in, try it: court notify test --account eve.");
      assertThat(receiver.requests("/hook")).isEmpty();
      assertThat(later.err()).contains("court notify test --account eve sends another.");
    }
  }

  @Test
  void a_token_signs_in_too() {
    Ran ran = init(ADDRESS, "2", player.sandbox.refreshToken(), "", "", "y").succeeds();

    assertThat(ran.err())
        .contains("The building lets you in as occupant 133055.")
        .doesNotContain("Keep them?")
        .containsPattern("sign-in +alive, until .*[A-Z]{3} +done now\n");
    assertThat(
            player.type("x y\n", "init", "--yes", "--with-token", "--skip", "schedule,news").err())
        .contains("that is no refresh token");
    player
        .type(
            player.sandbox.refreshToken(),
            "init",
            "--yes",
            "--with-token",
            "--skip",
            "schedule,news")
        .succeeds();
  }

  @Test
  void a_variable_that_comes_before_what_is_typed_is_said() {
    player.with("COURT_OCCUPANT_ID", "133055");

    Ran ran = init("133056", "", "3", "", "");

    assertThat(ran.succeeds().err())
        .contains("COURT_OCCUPANT_ID says 133055, and comes before what is typed")
        .containsPattern("occupant +133055 +COURT_OCCUPANT_ID\n");
    assertThat(home).doesNotExist();
  }

  @Test
  void a_broken_file_of_settings_comes_before_all_questions() {
    configFile("{\"occupant_id\": ");

    init(newcomer("y")).failsWith(ExitCodes.SETUP, "config.json", "mend it, or move it away");
  }

  @Test
  void a_home_that_cannot_be_made_comes_before_all_questions() {
    player.with("COURT_HOME", file("file", "").resolve("court").toString());

    init(newcomer("y")).failsWith(ExitCodes.SETUP, "set COURT_HOME to");
  }

  @Test
  void news_go_where_a_message_has_tried_them() throws IOException {
    try (Receiver receiver = new Receiver()) {
      receiver.answering("/away", aResponse().withStatus(503));

      init("", "3", "", receiver.url("/hook"), "y").succeeds();
      assertThat(receiver.bodies("/hook").get(0)).containsEntry("event", "test");
      Ran ran = init("", "3", "", receiver.url("/away"), "y");

      assertThat(ran.code()).isEqualTo(ExitCodes.TEMPORARY);
      assertThat(ran.err())
          .contains("They go to webhook (webhook).")
          .contains("webhook2 was not sent: 127.0.0.1 answered 503. court notify test sends");
      assertThat(config()).contains("\"webhook\"", "\"webhook2\"", "/hook", "/away");
    }
  }

  private Path program(String name, String text) throws IOException {
    Path program = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  /** A building that is not this machine, at a port where nobody answers; a crontab in a file. */
  private void atRealBuilding() throws IOException {
    Path launcher = program("launcher", "#!/bin/sh\n");
    program(
        "crontab",
        """
        #!/bin/sh
        case $1 in
          -l) cat "$HOME/lines" 2>/dev/null || { echo "no crontab for ann" >&2; exit 1; } ;;
          -) cat >"$HOME/lines" ;;
        esac
        """);
    player
        .with("COURT_API_URL", "https://0.0.0.0:1/api/v1")
        .with("COURT_LAUNCHER", launcher.toString())
        .with("HOME", folder.toString())
        .with("PATH", folder + ":/usr/bin:/bin");
  }

  @Test
  void cron_is_asked_to_call_after_the_yes_alone() throws IOException {
    atRealBuilding();
    Path lines = folder.resolve("lines");

    init("", "3", "wed 17:00", "", "1", "", "n");
    assertThat(lines).doesNotExist();
    Ran ran = init("", "3", "wed 17:00", "", "1", "", "y").succeeds();

    assertThat(ran.err())
        .contains("  1  cron: a line in your crontab\n  2  court worker")
        .containsPattern("run-due +cron, each minute +typed now\n")
        .containsPattern("\\* \\* \\* \\* \\* .*/launcher run-due +your crontab\n")
        .doesNotContain("- cron: ");
    assertThat(lines).content().contains("/launcher run-due");
    assertThat(init("", "3", "", "1", "").succeeds().err())
        .containsPattern("run-due +cron calls it +there already\n")
        .contains("Nothing is left to write.");
  }

  @Test
  void where_there_is_no_cron_other_callers_are_offered() throws IOException {
    atRealBuilding();
    player.with("PATH", "/nowhere");

    Ran ran = init("", "3", "", "1", "").succeeds();

    assertThat(ran.err())
        .contains("  1  court worker, which you keep running\n")
        .containsPattern("run-due +court worker, kept running by you +typed now\n")
        .contains("- keep court worker running: docs/worker.md");
    type("init --yes --caller cron --skip occupant,login,schedule,news")
        .failsWith(ExitCodes.SETUP, "there is no crontab here: install cron");
    type("init --yes --skip occupant,login,schedule,news")
        .failsWith(ExitCodes.USAGE, "give --caller");
  }

  @Test
  void a_run_a_moment_ago_may_have_been_called_by_hand() throws IOException {
    atRealBuilding();
    player.with("PATH", "/nowhere");
    Files.createDirectories(home);
    new LastRun(home).note(player.clock.instant(), Log.NONE);

    assertThat(init("", "3", "", "", "").succeeds().err())
        .contains(
            "It last came a moment ago. If that was you, choose who is to call it.\n",
            "  3  nobody else: it comes by already\nWhich [3]: ")
        .containsPattern("run-due +last came a moment ago +there already\n");
    assertThat(init("", "3", "", "1", "").succeeds().err())
        .containsPattern("run-due +court worker, kept running by you +typed now\n");
  }

  @Test
  void somebody_else_of_the_house_has_a_number_of_their_own() throws IOException {
    player.atTerminal("133055\n3\nwed 17:00\n\n\ny\n", "init", "--account", "eve").succeeds();

    assertThat(config()).contains("\"accounts\"", "\"eve\"", "133055");
    assertThat(court("list", "--account", "eve", "-o", "json").rows()).hasSize(1);
  }

  @Test
  void what_an_option_says_is_not_asked() throws IOException {
    Ran ran =
        player.atTerminal(
            "sandbox\ny\n",
            "init",
            "--occupant",
            ADDRESS,
            "--username",
            "player@example.com",
            "--remember",
            "--add",
            "every wed 17:00",
            "--court",
            "Court 2",
            "--skip",
            "news");

    assertThat(ran.succeeds().err())
        .contains("Password: ", "Do it? [y/N] ", "What no option says is asked, and nothing is")
        .containsPattern("occupant +133055 +--occupant\n")
        .doesNotContain("Number or", "User name:", "Keep them?", "When:", "Which courts");
    assertThat(schedule(1)).containsEntry("court_ids", List.of("2"));
  }

  private Path secret(String name, String text) throws IOException {
    Path file = file(name, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @Test
  void a_script_does_the_same_with_options_however_often_it_runs() throws IOException {
    try (Receiver receiver = new Receiver()) {
      String[] line = {
        "init",
        "--no-input",
        "--yes",
        "--occupant",
        "133055",
        "--username",
        "player@example.com",
        "--password-file",
        secret("password", "sandbox\n").toString(),
        "--remember",
        "--add",
        "every wed 17:00",
        "--court",
        "2,1",
        "--notify-file",
        secret("hook", receiver.url("/hook") + "\n").toString()
      };

      Ran ran = court(line).succeeds();
      String config = config();
      Ran again = court(line).succeeds();

      assertThat(ran.err()).contains("Schedule 1 is kept.").doesNotContain("?");
      assertThat(again.err()).contains("Nothing is left to write.");
      assertThat(config()).isEqualTo(config).contains("\"133055\"", "/hook");
      assertThat(receiver.requests("/hook")).hasSize(1);
    }
    assertThat(court("list", "-o", "json").rows()).hasSize(1);
    assertThat(schedule(1)).containsEntry("court_ids", List.of("2", "1"));
    type("auth").succeeds();
    type("init --no-input --yes").succeeds();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          init                                        | give --occupant, --username with --password-file, --add, --notify, --yes, or leave out what is to wait: --skip occupant,login,schedule,news
          init --no-input                             | give --occupant,
          init --yes --skip occupant,login            | give --add, --notify, or leave out what is to wait: --skip schedule,news
          init --skip occupant,login,schedule,news    | give --yes
          init --yes --occupant x                     | 'x' is no occupant id
          init --yes --username ann                   | there is no password
          init --yes --username ann --with-token      | --with-token goes without
          init --yes --password-file x                | give --occupant, --username with
          init --yes --add 17                         | '17' names no day
          init --yes --court 1                        | --court goes with --add
          init --yes --add tomorrow,17:00 --court 9   | no court '9'
          init --yes --notify https://hooks.slack.com/services/x | may be a secret
          init --yes --notify https://h/x?key=y       | may be a secret
          init --yes --notify https://ntfy.sh/        | the topic is missing: https://ntfy.sh/TOPIC
          init --yes --notify https://ntfy.sh         | the topic is missing: https://ntfy.sh/TOPIC
          init --yes --notify https://ntfy.sh/TOPIC   | the topic is missing: https://ntfy.sh/TOPIC
          init --yes --notify TOPIC                   | the topic is missing: https://ntfy.sh/TOPIC
          init --yes --notify https://h/x --notify-file y | the address is given twice
          init --yes --notify-file nowhere            | there is no such file as --notify-file names
          init --yes --notify http://example.com/x    | is refused
          init --caller me                            | [cron, systemd, worker, github]
          init --yes --skip login --with-token        | --with-token does not go with --skip login: leave out one of them
          init --skip login --username a --password-file b | --username --password-file does not go with --skip login
          init --skip news,schedule --add x           | --add does not go with --skip schedule
          init --skip me                              | [occupant, login, schedule, caller, news]
          """)
  void what_a_script_has_not_said_is_named_and_nothing_is_written(String line, String said) {
    type(line).failsWith(ExitCodes.USAGE, said);

    assertThat(home).doesNotExist();
    assertThat(player.sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "133055, wrong,   4, refuses the user name or the password",
    "133056, sandbox, 7, as occupant 133056 (HTTP 403): give your own number with --occupant; nothing was set up but the sign-in, which is kept"
  })
  void a_script_ends_where_the_building_refuses(
      String occupant, String password, int code, String why) {
    Ran ran =
        player.type(
            password + "\n",
            "init",
            "--yes",
            "--occupant",
            occupant,
            "--username",
            "player@example.com",
            "--add",
            "every wed 17:00",
            "--skip",
            "news");

    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.err()).contains(why);
    assertThat(home.resolve("config.json")).doesNotExist();
    assertThat(court("list", "-o", "json").rows()).isEmpty();
  }
}
