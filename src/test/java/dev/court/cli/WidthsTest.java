package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithEvening;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each command shows at terminals of 40 and 80 columns. */
class WidthsTest extends WithEvening {
  /**
   * Of one word that is longer than the terminal, such as the name of a file, nothing can be cut.
   */
  private static final String ONE_WORD = "\\S+|(value|finding)? +\\S+";

  @BeforeEach
  void aHomeThatHasMuchToShow() {
    evening
        .wants("1,2")
        .adds("--on", "we,fr", "--time", "18:30", "--court", "2,1", "--name", "doubles with Ada");
    evening.adds("--at", "2026-12-09T17:00", "--court", "2,1", "--or", "17:30,18:00");
    evening.player.court("away", "2026-12-20..2027-01-03").succeeds();
    evening.runDue().succeeds();
  }

  @Test
  void at_80_columns_what_matters_most_stays_and_no_line_is_wider() {
    assertThat(heading("list")).contains("SESSION", "NAME");
    assertThat(heading("list --bookings")).contains("SESSION");
    assertThat(heading("history")).contains("LATE", "BOOKING");
    fits(80, "list", "history", "show 1", "auth", "status");
  }

  @Test
  void at_40_columns_no_line_is_wider() {
    fits(40, "list", "list --bookings", "next", "history", "calendar --from 2026-11-30");
    fits(40, "show 1", "show 3", "preview --on we --time 17:00", "doctor --offline", "config");
    fits(40, "accounts", "machines", "reservations", "away list", "auth", "notify", "backup list");
    fits(40, "add --at 2026-12-16T17:00 --keep-trying 1h", "add wed 7", "remove 2", "skip 1 sat");
    fits(
        40,
        "add wed 7 --no-input",
        "away 2026-12-30 --except 1",
        "away 2026-12-30",
        "cancel 481001");
  }

  private void fits(int columns, String... lines) {
    for (String line : lines) {
      Ran ran = at(columns, line);
      assertThat((ran.out() + ran.err()).lines())
          .as("%s at %s columns", line, columns)
          .isNotEmpty()
          .allMatch(one -> one.length() <= columns || one.matches(ONE_WORD));
    }
  }

  private String heading(String line) {
    return at(80, line).succeeds().out().lines().findFirst().orElseThrow();
  }

  private Ran at(int columns, String line) {
    return evening.player.lookingAt(columns).atTerminal("", line.split(" ", -1));
  }
}
