package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountdownTest {
  @TempDir Path home;

  @Test
  void counts_down_to_the_opening_at_a_terminal_and_leaves_the_line_clean() {
    try (Evening evening = Evening.at(home).wants("1,2")) {
      String err = evening.player.atTerminal("", "run-due").succeeds().err();

      assertThat(err).startsWith("\ropens at Wed 25 Nov 2026 17:00 EST, in 0:50").endsWith(" \r");
    }
  }

  @Test
  void says_how_many_open_together() {
    try (Evening evening = Evening.at(home).wants("1").wants("2")) {
      String err = evening.player.atTerminal("", "run-due").succeeds().err();

      assertThat(err).startsWith("\r2 open at Wed 25 Nov 2026 17:00 EST, in 0:50");
    }
  }

  @Test
  void is_silent_under_cron() {
    try (Evening evening = Evening.at(home).wants("1")) {
      assertThat(evening.player.court("run-due").succeeds().err()).isEmpty();
    }
  }

  @Test
  void is_silent_when_asked_to_be() {
    try (Evening evening = Evening.at(home).wants("1")) {
      assertThat(evening.player.atTerminal("", "run-due", "-q").succeeds().err()).isEmpty();
    }
  }

  @Test
  void is_silent_when_nothing_is_due() {
    try (Evening evening = Evening.at(home)) {
      assertThat(evening.player.atTerminal("", "run-due").succeeds().err()).isEmpty();
    }
  }
}
