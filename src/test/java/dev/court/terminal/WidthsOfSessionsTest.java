package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a person types and answers, on terminals of several widths and kinds: no line is wider than
 * the terminal, but for a word that is, and nothing is coloured where colours are not wanted.
 */
@Tag("long")
@DisabledOnOs(OS.WINDOWS)
class WidthsOfSessionsTest extends WithTerminal {
  private static final String COLOUR = "\u001b\\[[0-9;]*m";

  private static final String QUESTION = ".*(: |] )";

  private boolean isPlain;

  private void kind(String term, String noColor) {
    isPlain = term.equals("dumb") || noColor != null;
    terminal.with("TERM", term).with("NO_COLOR", noColor);
  }

  /** Returns what was shown, without colours. */
  private String fits(int columns, String line, String... answers) throws Exception {
    String shown = terminal.plays(columns, line, List.of(answers));
    if (isPlain) {
      assertThat(shown).doesNotContain("\u001b");
    }
    String plain = shown.replaceAll(COLOUR, "");
    assertThat(plain).as("%s at %s columns came to its end", line, columns).endsWith("\n");
    assertThat(plain.lines().filter(one -> !isTyped(one, line, answers)))
        .as("%s at %s columns", line, columns)
        .allSatisfy(one -> assertThat(isNarrow(one, columns)).as(one).isTrue());
    return plain;
  }

  /** What somebody types is wrapped by the terminal. */
  private static boolean isTyped(String shown, String line, String... answers) {
    return Stream.concat(
            Stream.of(line), Stream.of(answers).map(one -> one.replaceFirst(QUESTION, "")))
        .anyMatch(typed -> !typed.isEmpty() && shown.endsWith(typed));
  }

  /** Or has a word that is too long for the column that it stands in, such as a path. */
  private static boolean isNarrow(String line, int columns) {
    return line.length() <= columns
        || Stream.of(line.split(" ", -1)).anyMatch(word -> word.length() > columns / 2);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"40, xterm, -", "80, dumb, -", "120, xterm, 1"})
  void from_nothing_to_a_schedule(int columns, String term, String noColor) throws Exception {
    kind(term, noColor);
    player.clock.set(Player.NOW);

    String shown =
        fits(
            columns,
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

    assertThat(shown).contains("Schedule 1 is kept.\n", "Opens next:\n");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"40, xterm, -", "80, dumb, -", "120, xterm, 1"})
  void what_is_done_from_then_on(int columns, String term, String noColor) throws Exception {
    kind(term, noColor);
    player.clock.set(Instant.parse("2026-11-24T15:00:00Z"));
    player.signIn();
    player.court("add", "--at", "2026-11-25T18:00", "--court", "1").succeeds();
    player.court("run-due").succeeds();
    terminal.at(player.clock.instant());

    assertThat(fits(columns, "court add wed 17:00 --or 17:30", "[y/N] y")).contains("Schedule 2: ");
    assertThat(fits(columns, "court add every mo 7am --name ladder", "[y/N] y"))
        .contains("Schedule 3: ");
    assertThat(
            fits(
                columns,
                "court edit",
                "id: 3",
                "]: every wed and fr 18:00",
                "[1,2]: ",
                "[30]: ",
                "[1]: ",
                "[0]: 2d",
                "ladder]: ",
                "[y/N] y"))
        .contains("[y/N] y\nChanged schedule 3: ");
    assertThat(fits(columns, "court")).contains("481001");
    assertThat(fits(columns, "court reservations")).contains("481001");
    assertThat(fits(columns, "court cancel 481001", "[y/N] y")).contains("481001");
    assertThat(fits(columns, "court away 20 dec to 3 jan", "[y/N] y")).contains("Away Sun 20 Dec");
    assertThat(fits(columns, "court remove", "1,2: 3", "[y/N] y")).contains("3");
    fits(columns, "court list");
    fits(columns, "court next");
  }
}
