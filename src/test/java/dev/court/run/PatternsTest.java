package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player;
import dev.court.cli.ExitCodes;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void a_pattern_that_is_none_is_refused_and_nothing_is_sent() {
    player.court("config", "set", "taken_patterns", "[\"(\"]").succeeds();
    int before = player.sandbox.requests().size();

    player.court("run-due").failsWith(ExitCodes.SETUP, "taken_patterns", "no regular expression");

    assertThat(player.sandbox.requests()).hasSize(before);
    player
        .court("config", "set", "taken_patterns", "7")
        .failsWith(ExitCodes.USAGE, "list of texts");
  }

  private Iterable<Object> answers() {
    return player.court("history", "-o", "json").rows().stream()
        .map(row -> row.get("answer"))
        .toList();
  }
}
