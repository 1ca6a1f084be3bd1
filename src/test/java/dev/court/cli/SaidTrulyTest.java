package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that once said what was not so. */
class SaidTrulyTest extends WithPlayer {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          add --at 12/02/2026T17:00                  | '12/02/2026' is no date in the order of year, month and day: write it such as 2026-12-02
          add --at 2026-02-30T17:00                  | '2026-02-30' is no date that exists
          add --at soonT17:00                        | 'soon' is no date: write it such as 2026-12-02
          add --at 2026-12-02T17:10                  | 17:10 is off the grid: take 17:00 or 17:30
          add --at 2026-12-02T23:50                  | 23:50 is off the grid: take 23:30 or 00:00
          add --at 2026-12-02T17:00 --guests 1000000 | guests '1000000': write a number from 0 to 999
          add --at 2026-12-02T17:00 --on we          | --at, --on and --rrule each say when: leave all but one of them out
          pause 1 --until 2026-11-22                 | 2026-11-22 is today: name the first day to be booked again, tomorrow at the earliest
          pause 1 --until 2026-11-21                 | 2026-11-21 is over
          config set windo PT1H                      | no setting 'windo', did you mean window?
          config get windo                           | no setting 'windo', did you mean window? Otherwise court config lists them
          """)
  void are_true(String line, String said) {
    type("add --on we --time 17:00").succeeds();

    type(line).failsWith(ExitCodes.USAGE, said);
  }

  @ParameterizedTest
  @CsvSource({"30m, 30", "1h, 60", "PT1H, 60", "60, 60"})
  void a_duration_may_have_units(String typed, int minutes) {
    type("add --at 2026-12-02T17:00 --duration " + typed).succeeds();

    assertThat(schedule(1)).containsEntry("duration", minutes);
  }

  @Test
  void a_setting_answers_with_what_holds_now() {
    assertThat(type("config set slot 15m").succeeds().err())
        .isEqualTo("slot is 15m now (config.json)\n");
    assertThat(type("config get slot").succeeds().out()).isEqualTo("15m\n");
    type("add --at 2026-12-02T17:15 --dry-run").succeeds();
    player.with("COURT_SLOT", "PT1H");
    assertThat(type("config set slot 30m").succeeds().err())
        .isEqualTo("slot is PT1H now (COURT_SLOT)\n");
    assertThat(type("config unset slot -q").succeeds().err()).isEmpty();
    assertThat(type("config set ping_url -q --from-file /nowhere").out()).isEmpty();
  }

  @Test
  void what_lies_in_the_place_of_a_file_is_named_without_classes() throws IOException {
    Path key = home.resolve("key");
    type("add --on we --time 17:00").succeeds();
    Files.deleteIfExists(key);
    Files.createDirectory(key);

    Ran ran = player.type(player.sandbox.refreshToken(), "login", "--with-token");

    ran.failsWith(ExitCodes.SETUP, "(it is a folder): move it away, and put back the key");
    assertThat(ran.err()).doesNotContain("Exception");
  }
}
