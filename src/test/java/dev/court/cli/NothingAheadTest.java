package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.WithPlayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why {@code court next} shows nothing. */
class NothingAheadTest extends WithPlayer {
  private static final String ADD = "add --at 2026-12-02T17:00; ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          away 2026-12-02                 | schedule 1 is left out while you are away (court away list)
          pause 1                         | schedule 1 is paused (court resume)
          remove 1 --yes                  | ''
          add --at 2026-12-03T17:00; pause 1 2 | schedules 1 and 2 are paused (court resume)
          add --at 2026-12-03T17:00; pause 1; away 2026-12-03 | schedule 1 is paused (court resume); schedule 2 is left out while you are away (court away list)
          remove 1 --yes; add --on we --time 17:00 --count 1; skip 2 2026-11-25 | schedule 2 is skipped (court show)
          """)
  void the_reason_is_said(String lines, String reason) {
    for (String line : (ADD + lines).split("; ", -1)) {
      type(line).succeeds();
    }

    assertThat(type("next").succeeds().err())
        .startsWith(
            reason.isEmpty()
                ? "Nothing is to be booked. Add something, such as: court add wed 17:00\n"
                : "Nothing is to be booked: " + reason + "\n");
  }

  @Test
  void what_is_booked_already_is_no_reason_to_add_something() {
    bookTuesday();

    assertThat(type("next").err())
        .isEqualTo("Nothing is to be booked: schedule 1 is booked already\n");
  }
}
