package dev.court.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wednesday at five was refused at its opening, and the reason is mended since. */
class RetryTest {
  @TempDir Path home;
  private Evening evening;

  @BeforeEach
  void loses_wednesday() {
    evening = Evening.at(home).adds("--on", "we", "--time", "17:00", "--from", "2026-12-02");
    evening.but("refuse=always:Payment required");
    assertThat(evening.runDue().code()).isEqualTo(ExitCodes.LOST);
    evening.player.sandbox.faults().clear();
    assertThat(evening.booking()).containsEntry("status", "failed");
  }

  @AfterEach
  void leaves() {
    evening.close();
  }

  @Test
  void shells_complete_what_is_lost_and_what_can_be_resumed() {
    assertThat(evening.player.court("complete", "lost").out())
        .isEqualTo("1\tWed 2 Dec 2026 17:00 EST\n");
    assertThat(evening.player.court("complete", "resumable").out()).isEmpty();

    evening.player.court("remove", "1", "--yes").succeeds();

    assertThat(evening.player.court("complete", "resumable").out()).startsWith("1\t");
  }

  @Test
  void the_next_run_books_it_once() {
    String shown = evening.player.court("retry", "1", "1").succeeds().out();
    evening.aMinuteLater().succeeds();
    evening.aMinuteLater().succeeds();

    assertThat(shown).contains("Wed 2 Dec 2026 17:00", "pending").hasLineCount(2);
    assertThat(evening.held()).containsExactly("Court 1");
    evening.player.court("retry", "1").failsWith(ExitCodes.USAGE, "booking 1 is booked already");
  }

  @Test
  void it_is_asked_for_as_the_schedule_wants_it_now() {
    evening.player.court("edit", "1", "--court", "2").succeeds();

    evening.player.court("retry", "1").succeeds();
    evening.aMinuteLater().succeeds();

    assertThat(evening.held()).containsExactly("Court 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          list                      | 2   | 2 | booking 2 is pending: run-due asks for it anyway
          remove 1 --yes            | 1   | 2 | booking 1 is of schedule 1, which was removed: court resume 1 brings it back
          skip 1 2026-12-02         | 1   | 2 | booking 1 was left out: court skip 1 2026-12-02T17:00 --undo takes it back in
          pause 1                   | 1   | 2 | booking 1 is in a pause of schedule 1: court resume 1 ends it
          edit 1 --time 18:00       | 1   | 2 | booking 1 is not what schedule 1 asks for any more: court show 1 says what it does
          list                      | 1 99 | 6 | no booking 99: court list --bookings --all shows what there is
          list                      | x   | 2 | 'x' is no id: ids are the numbers that court list --bookings --all shows
          """)
  void what_cannot_be_tried_says_why_and_stays(String before, String ids, int code, String why) {
    evening.player.court(before.split(" ", -1)).succeeds();

    evening.player.court(("retry " + ids).split(" ", -1)).failsWith(code, why);

    assertThat(evening.booking()).containsEntry("status", "failed");
    evening.aMinuteLater();
    assertThat(evening.held()).isEmpty();
  }

  @Test
  void what_is_over_is_over() {
    evening.asleepFor(Duration.ofDays(7));

    evening.player.court("retry", "1").failsWith(ExitCodes.USAGE, "booking 1 is over");
  }

  /** Its answer was lost the second time. */
  @Test
  void what_may_be_held_is_resolved_first() {
    evening.player.court("retry", "1").succeeds();
    evening.but("drop-answer=1,list-404");
    evening.aMinuteLater();
    assertThat(evening.booking()).containsEntry("status", "unknown");

    evening
        .player
        .court("retry", "1")
        .failsWith(ExitCodes.USAGE, "booking 1 is unknown, and may be booked", "court resolve 1");

    assertThat(evening.held()).hasSizeLessThan(2);
  }
}
