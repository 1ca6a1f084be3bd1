package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher and the whole tool on a real pseudo-terminal. */
@DisabledOnOs(OS.WINDOWS)
@Tag("long")
class TerminalTest {
  private static final String WEEK = "court calendar --all --from 2101-06-06";

  @TempDir Path folder;
  private PseudoTerminal terminal;

  @BeforeEach
  void aTerminal() throws IOException {
    Path home = folder.resolve("home");
    try (Player player = new Player(home)) {
      player.court("add", "--at", "2101-06-08T17:00", "--court", "1", "--name", "网球").succeeds();
      player.court("add", "--at", "2101-06-09T18:00", "--court", "2").succeeds();
      player.court("remove", "2", "--yes").succeeds();
    }
    terminal = PseudoTerminal.in(folder).with("COURT_HOME", home.toString());
  }

  @Test
  void a_week_fits_the_terminal() throws Exception {
    assertThat(terminal.shows(80, WEEK + " --color never"))
        .isEqualTo(
            """
            Mon 6 Jun - Sun 12 Jun 2101, America/New_York
                  Mon 6     Tue 7     Wed 8     Thu 9     Fri 10    Sat 11    Sun 12
            17:00                     o Court 1
            17:30
            18:00                               ~ Court 2
            18:30
            o planned   ~ cancelled
            """);
  }

  @Test
  void a_table_is_as_wide_as_the_terminal_allows() throws Exception {
    assertThat(terminal.shows(40, WEEK + " --color never"))
        .contains("Mon  Tue  Wed  Thu  Fri  Sat  Sun\n")
        .contains("17:00           o 1\n");
    assertThat(terminal.shows(60, "court list --all"))
        .contains("Wed 8 Jun 17:00")
        .doesNotContain("2101");
    assertThat(terminal.shows(200, "court list --all")).contains("Wed 8 Jun 2101 17:00", "OPENS");
  }

  @Test
  void a_pipe_gets_everything_without_colours() throws Exception {
    assertThat(terminal.shows(40, "court list --all | cat"))
        .contains("Wed 8 Jun 2101 17:00", "OPENS", "SESSION")
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "xterm, -, -,        true",
        "dumb,  -, -,        false",
        "-,     -, -,        false",
        "xterm, 1, -,        false",
        "dumb,  -, 1,        true"
      })
  void colours_are_as_the_environment_says(
      String term, String noColor, String force, boolean colored) throws Exception {
    terminal.with("TERM", term).with("NO_COLOR", noColor).with("CLICOLOR_FORCE", force);

    assertThat(terminal.shows(80, WEEK).contains("\u001b[2m~ Court 2")).isEqualTo(colored);
  }

  @Test
  void standard_input_and_error_may_lead_elsewhere() throws Exception {
    assertThat(terminal.shows(60, "court list --all </dev/null 2>/dev/null"))
        .contains("Wed 8 Jun 17:00")
        .doesNotContain("2101");
  }

  @Test
  void columns_goes_before_the_terminal() throws Exception {
    terminal.with("COLUMNS", "60");

    assertThat(terminal.shows(200, "court list --all"))
        .contains("Wed 8 Jun 17:00")
        .doesNotContain("2101");
  }

  @Test
  void a_terminal_that_does_not_know_its_width_shows_80() throws Exception {
    assertThat(terminal.shows(200, "stty cols 0; " + "court list --all --color never"))
        .contains("Wed 8 Jun 17:00")
        .doesNotContain("2101");
  }
}
