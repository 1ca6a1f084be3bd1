package dev.court.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorTest extends WithPlayer {
  private static final String ESC = "\u001b";

  @BeforeEach
  void aSchedule() {
    type("add --at 2026-12-01T17:00").succeeds();
    type("remove 1 --yes").succeeds();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # on a terminal
          80 | xterm | -        | list --all                      | true
          80 | dumb  | -        | list --all                      | false
          80 | -     | -        | list --all                      | false
          80 | xterm | NO_COLOR=1     | list --all                | false
          80 | xterm | NO_COLOR=      | list --all                | true
          80 | xterm | CLICOLOR=0     | list --all                | false
          80 | dumb  | CLICOLOR_FORCE=1 | list --all              | true
          80 | xterm | NO_COLOR=1     | list --all --color always | true
          80 | xterm | -        | list --all --color=never        | false
          80 | xterm | -        | --color=NEVER list --all        | false
          # in a pipe
          0  | xterm | -        | list --all                      | false
          0  | xterm | CLICOLOR_FORCE=1 | list --all              | true
          0  | xterm | CLICOLOR_FORCE=0 | list --all              | false
          0  | xterm | CLICOLOR_FORCE=1 | list --all --color never | false
          0  | -     | -        | list --all --color=always       | true
          # help as well
          80 | xterm | -        | list --help                     | true
          0  | xterm | -        | list --help                     | false
          80 | xterm | NO_COLOR=1 | list --help                   | false
          """)
  void colours_are_used_where_they_are_wanted(
      int columns, String term, String setting, String line, boolean colored) {
    player.lookingAt(columns).with("TERM", term);
    if (setting != null) {
      player.with(
          setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }

    assertThat(type(line).succeeds().out().contains(ESC)).isEqualTo(colored);
  }

  @Test
  void the_columns_are_as_wide_in_colours() {
    String plain = type("list --all").out();

    String colored = type("list --all --color always").out();

    assertThat(colored.replaceAll(ESC + "\\[[0-9;]*m", "")).isEqualTo(plain);
    assertThat(colored).contains(ESC + "[2mcancelled" + ESC);
  }

  @ParameterizedTest
  @CsvSource({"json", "ndjson", "csv"})
  void what_programs_read_has_no_colours(String format) {
    assertThat(type("list --all --color always -o " + format).out()).doesNotContain(ESC);
  }

  @Test
  void a_name_that_looks_like_markup_is_a_name() {
    court("add", "--at", "2026-12-02T17:00", "--name", "@|red x|@").succeeds();

    assertThat(type("list --color always").out()).contains("@|red x|@");
  }
}
