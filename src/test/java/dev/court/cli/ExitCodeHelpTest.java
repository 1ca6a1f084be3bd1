package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExitCodeHelpTest {
  @Test
  void the_table_of_the_readme_says_the_same() throws IOException {
    Map<String, String> table = new LinkedHashMap<>();
    Files.readAllLines(Path.of("README.md")).stream()
        .filter(line -> line.matches("\\| \\d+ \\| .* \\|"))
        .map(line -> line.split(" *\\| *", -1))
        .forEach(cells -> table.put(cells[1], cells[2]));

    Map<String, String> usual = new TreeMap<>(ExitCodeHelp.of("court run-due"));
    usual.putAll(ExitCodeHelp.of("court show"));
    usual.replaceAll(
        (code, meaning) -> meaning.substring(0, 1).toLowerCase(Locale.ROOT) + meaning.substring(1));

    assertThat(table).isEqualTo(usual).hasSize(12);
  }

  @Test
  void hidden_commands_list_no_codes() {
    assertThat(ExitCodeHelp.of("court warm-up")).isEmpty();
    assertThat(ExitCodeHelp.of("court complete")).isEmpty();
    assertThat(ExitCodeHelp.of("court")).isEmpty();
  }
}
