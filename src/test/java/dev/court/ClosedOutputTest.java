package dev.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.cli.ExitCodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes whose standard output was no good from the beginning, as a shell redirects it. */
@Tag("long")
class ClosedOutputTest extends WithPlayer {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          exec "$@" >&-                 ; export                   ; 7
          ( "$@" || echo $? >&2 ) | :   ; export                   ; 0
          exec "$@" 2>/dev/full         ; list --nope              ; 2
          """)
  void what_cannot_be_printed_is_never_called_done(String shell, String line, int code) {
    endsWith(shell, line, code);
  }

  /** Not in verify, where {@link FullOutputTest} has the full disk without a process. */
  @Tag("real-time")
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          exec "$@" >/dev/full          ; export                   ; 7
          exec "$@" >&-                 ; list -o json             ; 7
          """)
  void nor_is_it_of_other_commands_and_devices(String shell, String line, int code) {
    endsWith(shell, line, code);
  }

  private void endsWith(String shell, String line, int code) {
    type("add --at 2026-12-02T17:00").succeeds();

    try (RealProcess process =
        RealProcess.courtThrough(
            List.of("/bin/sh", "-c", shell, "sh"),
            Map.of("COURT_HOME", home.toString()),
            line.split(" "))) {
      Ran ran = process.ended();

      assertThat(ran.code()).as(ran.err()).isEqualTo(code);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err())
          .isEqualTo(
              code == ExitCodes.SETUP
                  ? "court: standard output cannot be written: is the disk full?\n"
                  : "");
    }
  }
}
