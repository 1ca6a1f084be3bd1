package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import dev.court.sandbox.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SandboxFaultsTest extends WithPlayer {
  @Test
  void each_fault_is_in_the_help_and_in_its_page() throws IOException {
    String help = type("sandbox --help").succeeds().out();
    String page = Files.readString(Path.of("docs/sandbox.md"));

    for (FaultKind kind : FaultKind.values()) {
      assertThat(help).containsPattern("[ ,]" + kind.word() + "[,=\n]");
      assertThat(page).containsPattern("`" + kind.word() + "[`=]");
    }
  }

  @Test
  void its_folder_goes_when_it_ends() {
    String out = type("sandbox --for PT0.001S").succeeds().out();

    String folder = out.lines().findFirst().orElseThrow().replace("export COURT_HOME=", "");
    assertThat(Path.of(folder)).isAbsolute().doesNotExist();
  }
}
