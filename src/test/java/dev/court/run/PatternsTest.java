package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A building that refuses in words of its own. */
class PatternsTest {
  @TempDir Path home;
  private Player player;

  @BeforeEach
  void comes() {
    player = new Player(home, Instant.parse("2026-11-25T22:00:30Z")).signIn();
    player.court("add", "--at", "2026-12-02T17:00", "--court", "1,2").succeeds();
    player.sandbox.faults().add("refuse=1:Der Platz ist weg");
  }

  @AfterEach
  void leaves() {
    player.close();
  }

  @Test
  void words_it_was_told_mean_taken() {
    player.court("config", "set", "taken_patterns", "[\"ist weg\"]").succeeds();

    player.court("run-due").succeeds();

    assertThat(answers()).containsExactly("taken", "booked");
  }

  @Test
  void words_it_does_not_know_are_tried_on_each_court_all_the_same() {
    player.court("run-due").succeeds();

    assertThat(answers()).containsExactly("refused", "booked");
  }

  @Test
  void words_it_was_told_mean_too_early_and_the_court_stays_the_same() {
    player.court("config", "set", "too_early_patterns", "[\"ist weg\"]").succeeds();

    player.court("run-due").succeeds();

    assertThat(answers()).containsExactly("too early", "booked");
    assertThat(player.sandbox.reservations().get(0).court().id()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ["("]      | setting taken_patterns (config.json): '(' is no regular expression
          7          | setting taken_patterns (config.json): must be a list of texts
          ["(x+x+)+y"] | setting taken_patterns (config.json): a pattern takes too long
          """)
  void a_pattern_that_is_none_is_refused_and_nothing_is_sent(String value, String reason)
      throws IOException {
    player.court("config", "set", "taken_patterns", value).failsWith(ExitCodes.USAGE, reason);

    Files.writeString(home.resolve("config.json"), "{\"taken_patterns\": %s}".formatted(value));
    int before = player.sandbox.requests().size();
    player.court("run-due").failsWith(ExitCodes.SETUP, reason);
    assertThat(player.sandbox.requests()).hasSize(before);
  }

  private Iterable<Object> answers() {
    return player.court("history", "-o", "json").rows().stream()
        .map(row -> row.get("answer"))
        .toList();
  }
}
