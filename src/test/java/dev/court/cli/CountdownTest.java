package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "2026-12-02T17:00, 0:50",
    "2026-12-02T17:30, 30:50",
    "2026-12-02T18:00, 1:00:50",
    "2026-12-03T18:30, 1 day 1:30:50",
    "2026-12-04T17:00, 2 days 0:00:50"
  })
  void next_counts_down_to_an_opening_however_far(String start, String left) {
    try (Evening evening = Evening.at(home).adds("--at", start)) {
      String err = evening.player.atTerminal("", "next", "--watch").succeeds().err();

      assertThat(err).startsWith("\ropens at ").contains(", in " + left).endsWith(" \r");
    }
  }

  @Test
  void next_counts_down_for_people_only() {
    try (Evening evening = Evening.at(home).wants("1")) {
      evening.player.court("next", "--watch").failsWith(ExitCodes.USAGE, "at a terminal");
    }
  }

  @Test
  void next_has_nothing_to_count_down_to_when_nothing_opens() {
    try (Evening evening = Evening.at(home)) {
      assertThat(evening.player.atTerminal("", "next", "--watch").succeeds().err())
          .startsWith("Nothing is to be booked.");
    }
  }
}
