package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sessions of docs/sessions.md, played again on a real pseudo-terminal. */
@DisabledOnOs(OS.WINDOWS)
class SessionsTest extends WithTerminal {
  private static final String[] ADDING = {
    "When: wed 7", "Which: 2", "[1,2]: 2,1", "[30]: 60", "like: ladder", "[y/N] y"
  };
  private static final List<Path> DOCUMENTS =
      List.of(Path.of("docs", "sessions.md"), Path.of("docs", "words.md"));

  private String play(int columns, String line, String... answers) throws Exception {
    return terminal.plays(columns, line, List.of(answers));
  }

  /** As it stands in the document, at 80 columns and without colours. */
  private void plays(String line, String... answers) throws Exception {
    plays(80, line, answers);
  }

  private void plays(int columns, String line, String... answers) throws Exception {
    terminal.with("NO_COLOR", "1");

    assertThat(documents()).contains(play(columns, line, answers));
  }

  private static String documents() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path document : DOCUMENTS) {
      text.append(Files.readString(document));
    }
    return text.toString();
  }

  @Test
  void add_alone() throws Exception {
    plays("court add", ADDING);
  }

  @Test
  @Tag("long")
  void add_alone_on_a_narrow_terminal() throws Exception {
    plays(40, "court add", ADDING);
  }

  @ParameterizedTest
  @Tag("long")
  @CsvSource({"40, xterm, -", "80, xterm, -", "120, dumb, -", "40, dumb, 1", "120, xterm, 1"})
  void questions_are_plain_lines_that_fit(int columns, String term, String noColor)
      throws Exception {
    String shown =
        terminal
            .with("TERM", term)
            .with("NO_COLOR", noColor.equals("-") ? null : noColor)
            .plays(columns, "court add", List.of(ADDING));

    assertThat(shown).contains("[y/N] y\nSchedule 1: ").doesNotContain("\u001b");
    assertThat(shown.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(strings = {"\u0003", "\u0004"})
  void control_c_and_control_d_leave_nothing(String key) throws Exception {
    String shown =
        play(80, "trap : INT; court add; echo \"code $?\"", "When: wed 17:00", "[1,2]: " + key);

    assertThat(shown)
        .endsWith(key.equals("\u0003") ? "^Ccode 130\n" : "\ncourt: nothing was added\ncode 2\n");
    assertThat(home).doesNotExist();
  }

  @Test
  @Tag("long")
  void words_with_a_question() throws Exception {
    player.clock.set(Instant.parse("2026-11-29T17:00:00Z"));
    player.signIn();
    terminal.at(player.clock.instant());

    plays("court add wed 17:00", "[y/N] y");
  }

  @Test
  @Tag("long")
  void edit_and_remove_with_a_choice() throws Exception {
    player.court("add", "--on", "we", "--time", "17:00", "--name", "ladder").succeeds();
    player.court("add", "--at", "2026-12-04T07:00", "--court", "2").succeeds();
    player.court("add", "--at", "2026-12-05T07:00", "--court", "2").succeeds();

    plays(
        "court edit",
        "by its id: 1",
        "17:00]: every wed and fr 18:00",
        "[1,2]: ",
        "[30]: ",
        "[1]: ",
        "[0]: 2d",
        "[ladder]: ",
        "[y/N] y");
    plays("court remove", "such as 1,2: 2 3", "[y/N] y");
  }

  @Test
  @Tag("long")
  void what_is_held_and_cancelled() throws Exception {
    player.signIn();
    books("2026-11-24T10:00");
    books("2026-11-25T18:00");
    player.court("add", "--on", "we", "--time", "17:00", "--from", "2026-12-01").succeeds();

    plays("court");
    plays("court reservations");
    plays("court cancel 481001", "[y/N] y");
    plays("court away 2026-12-20..2027-01-03");
  }

  /** However quickly somebody types. */
  @Test
  @Tag("long")
  void nothing_that_is_typed_shows_from_the_moment_a_password_is_asked_for() throws Exception {
    assertThat(play(80, "court login", "User name: player@example.com", "Password: sandbox"))
        .contains("User name: player@example.com\nPassword: \nSigned in");
  }

  @Test
  @Tag("long")
  void init_from_nothing_to_a_booking() throws Exception {
    player.clock.set(Player.NOW);
    terminal.with("NO_COLOR", "1");

    String shown =
        play(
            100,
            "court init",
            "[133055]: ",
            "How [1]: ",
            "User name: player@example.com",
            "Password: sandbox",
            "[Y/n] ",
            "When: every wed 17:00",
            "[1,2]: ",
            "Address: ",
            "[y/N] y");

    assertThat(shown)
        .contains("The building lets you in as occupant 133055.\n")
        .contains("Do it? [y/N] y\nSchedule 1 is kept.\n")
        .contains("Opens next:\n", "\ncourt doctor: ");
    assertThat(shown.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  /** One after the other, so that each has its number and its moment. */
  private void books(String time) {
    player.clock.set(player.clock.instant().plusSeconds(30));
    player.court("add", "--at", time, "--court", "1").succeeds();
    player.court("run-due").succeeds();
  }
}
