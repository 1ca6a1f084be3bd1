package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pipe where a file is named: nobody may be at its other end. */
@EnabledOnOs(OS.LINUX)
class PipesTest extends WithPlayer {
  private static final String SCHEDULES =
      "[{\"type\": \"one-off\", \"desired_time\": \"2026-12-04T07:00:00\", \"court_id\": \"1\","
          + " \"duration\": 30}]\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          import PIPE                               | PIPE: cannot be read: it is a pipe: give a file
          login --username a --password-file PIPE   | the file of --password-file cannot be read: it is a pipe: give a file
          config set ping_url --from-file PIPE      | the file of --from-file cannot be read: it is a pipe: give a file
          """)
  void with_a_name_is_told_and_holds_nobody(String line, String said) throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    type(line.replace("PIPE", pipe.toString()))
        .failsWith(ExitCodes.USAGE, said.replace("PIPE", pipe.toString()));
  }

  @Test
  void of_a_shell_is_read_once_and_whole() throws Exception {
    Ran ran = handedOver(SCHEDULES);

    assertThat(ran.succeeds().out()).startsWith("added ").contains("Fri 4 Dec 2026 07:00");
  }

  @Test
  void does_not_hold_a_whole_home() throws Exception {
    handedOver("{\"court\":\"home\",\"schema\":17}\n")
        .failsWith(ExitCodes.USAGE, "holds a whole home, which is read twice: give it as a file");
  }

  /** As by {@code court import <(command)}. The other process keeps the pipe and reads nothing. */
  private Ran handedOver(String content) throws Exception {
    Process keeper = new ProcessBuilder("tail", "-f", "/dev/null").start();
    try {
      try (OutputStream pipe = keeper.getOutputStream()) {
        pipe.write(content.getBytes(StandardCharsets.UTF_8));
      }
      return court("import", "/proc/%s/fd/0".formatted(keeper.pid()));
    } finally {
      keeper.destroyForcibly();
    }
  }
}
