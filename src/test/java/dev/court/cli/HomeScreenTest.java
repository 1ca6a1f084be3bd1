package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.Player.Ran;
import dev.court.WithEvening;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code court} alone at a terminal. */
class HomeScreenTest extends WithEvening {
  @Test
  void a_newcomer_is_told_what_to_do_and_nothing_is_made(@TempDir Path empty) {
    Path home = empty.resolve("court");
    evening.player.with("COURT_HOME", null).with("XDG_DATA_HOME", empty.toString());

    Ran ran = evening.player.atTerminal("").succeeds();

    assertThat(ran.out())
        .contains(
            "nothing is to be booked: court init sets everything up",
            "To do:\n",
            "court --help lists");
    assertThat(ran.err()).isEmpty();
    assertThat(Files.exists(home)).isFalse();
  }

  @Test
  void it_shows_what_opens_next_and_what_came_of_the_last_ones() {
    evening.wants("1,2").adds("--at", "2026-12-09T17:00", "--court", "2");
    evening.runDue().succeeds();

    Ran ran = evening.player.atTerminal("").succeeds();

    assertThat(ran.out())
        .containsSubsequence(
            "cron: run-due last came",
            "Opens next:",
            "Wed 9 Dec 2026 17:00",
            "Came of the last ones:",
            "Wed 2 Dec 2026 17:00",
            "success",
            "Court 1",
            "To do:",
            "session: likely ends Thu 26 Nov 2026");
    assertThat(evening.shots()).hasSize(1);
  }

  @Test
  void of_several_accounts_each_line_says_whose_it_is() {
    evening.adds("--at", Evening.FIVE, "--court", "1");
    evening.adds("--at", "2026-12-09T17:00", "--court", "2", "--account", "eve");

    assertThat(evening.player.atTerminal("").succeeds().out())
        .contains("\nsession: eve: nobody is signed in: sign in with court login --account eve\n");
  }

  @Test
  void of_many_accounts_those_that_are_well_are_counted() {
    evening.adds("--at", Evening.FIVE, "--court", "1");
    for (String name : List.of("ada", "bob", "eve")) {
      evening.adds("--at", "2026-12-09T17:00", "--court", "2", "--account", name);
      evening
          .player
          .type(evening.player.sandbox.refreshToken(), "login", "--with-token", "--account", name)
          .succeeds();
    }
    evening.adds("--at", "2026-12-09T18:00", "--court", "2", "--account", "zoe");

    String screen = evening.player.atTerminal("").succeeds().out();

    assertThat(screen.lines().filter(line -> line.startsWith("session: ")))
        .hasSize(4)
        .startsWith(
            "session: ada: likely ends Thu 26 Nov 2026 02:59 EST, before the next opening: sign in"
                + " with court login --account ada --remember")
        .endsWith("session: 1 more not well, 1 account well: court accounts lists them");
  }

  @Test
  void why_nothing_is_to_be_booked_is_said() {
    evening.wants("1").player.court("away", "2026-12-02").succeeds();

    assertThat(evening.player.atTerminal("").succeeds().out())
        .contains(
            "nothing is to be booked: schedule 1 is left out while you are away (court away list)\n");
  }

  @Test
  void until_when_somebody_is_signed_in_is_said_and_nothing_of_an_opening_that_is_not_there() {
    assertThat(evening.player.atTerminal("").succeeds().out())
        .contains("session: alive until Wed 25 Nov 2026 17:29 EST\n");
    evening
        .wants("1")
        .adds("--at", "2026-12-09T17:00", "--court", "2")
        .player
        .type("player@example.com\nsandbox\n", "login", "--remember")
        .succeeds();
    evening.runDue().succeeds();

    assertThat(evening.player.atTerminal("").succeeds().out())
        .containsPattern(
            "session: alive until Wed 25 Nov 2026 17:\\d+ EST, kept alive by run-due, or begun anew by"
                + " it\n");
  }

  @Test
  void trouble_is_the_one_thing_to_do() {
    evening.wants("1");
    evening.player.court("logout").succeeds();

    assertThat(evening.player.atTerminal("").succeeds().out())
        .containsOnlyOnce("nobody is signed in: sign in with court login\n")
        .contains("To do:\nsession: nobody is signed in");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 120})
  void it_fits_the_terminal(int columns) {
    evening.wants("1,2").adds("--at", "2026-12-09T17:00", "--court", "2");
    evening.runDue().succeeds();
    evening.player.court("logout").succeeds();

    assertThat(evening.player.lookingAt(columns).atTerminal("").succeeds().out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
  }

  @Test
  void it_does_not_ask_the_server_for_anything() {
    evening.wants("1");
    int before = evening.player.sandbox.requests().size();

    evening.player.atTerminal("").succeeds();

    assertThat(evening.player.sandbox.requests()).hasSize(before);
  }

  @Test
  void settings_that_cannot_be_read_are_the_trouble() {
    evening.adds("--at", Evening.FIVE, "--court", "1");
    evening.player.with("COURT_SLOT", "soon");

    evening.player.atTerminal("").failsWith(7, "slot");
  }
}
