package dev.court.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.WithPlayer;
import dev.court.workspace.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What commands write down of their work. */
class CommandLogTest extends WithPlayer {

  private List<String> lines() {
    try {
      return Files.readAllLines(LogFile.files(home).get(0));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void breakDatabase() {
    type("add --at 2026-12-02T17:00").succeeds();
    try {
      Files.writeString(home.resolve("court.mv.db"), "garbage");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_command_that_fails_writes_why_with_the_cause() {
    breakDatabase();

    type("list").failsWith(7, "cannot use the database");

    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0))
        .startsWith("2026-11-22T17:00:00.000Z WARN  ")
        .contains(" court: the command ends with exit code 7 (dev.court.booking.SetupProblem: ")
        .contains("caused by org.h2.jdbc.");
  }

  @Test
  void debug_shows_on_standard_error_what_is_logged_and_the_file_keeps_its_level() {
    breakDatabase();
    player.with("COURT_LOG", "off");

    Ran ran = type("list --debug");

    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("WARN  ", "the command ends with exit code 7", "\tat ");
    assertThat(LogFile.files(home).get(0)).doesNotExist();
  }

  @Test
  void at_debug_the_stack_trace_is_in_the_file() {
    breakDatabase();
    player.with("COURT_LOG", "debug");

    type("list").failsWith(7, "cannot use the database");

    assertThat(lines()).anyMatch(line -> line.startsWith("        at dev.court.store.Database."));
  }

  @Test
  void a_run_writes_its_requests_its_attempts_and_the_outcome() {
    bookTuesday();

    assertThat(lines())
        .anyMatch(line -> line.matches(".* INFO  \\d+ run: claimed booking 1 for .*"))
        .anyMatch(line -> line.matches(".* INFO  \\d+ http: POST \\S+/token 200 in \\d+ ms"))
        .anyMatch(
            line -> line.matches(".* INFO  \\d+ http: POST \\S+/amenity-reservations/ 201 .*"))
        .anyMatch(
            line -> line.matches(".* run: booking 1 attempt 1: court 1 asked .*booked \\(201\\).*"))
        .anyMatch(line -> line.endsWith(" run: booking 1 is success"))
        .anyMatch(line -> line.endsWith(" run: the run is over: booking 1 success"));
  }

  @Test
  void a_booking_that_is_open_already_waits_for_no_line() {
    type("add --at 2026-11-24T10:00 --court 1").succeeds();
    player.signIn();
    List<String> before = lines();

    assertThat(linesAtTheOpeningOfARun()).isEqualTo(before);
    assertThat(lines()).anyMatch(line -> line.contains(" run: claimed booking 1 for "));
  }

  @Test
  void the_claim_on_a_booking_that_opens_later_is_written_at_once() {
    type("add --at 2026-11-29T12:30 --court 1").succeeds();
    player.signIn();
    player.clock.advance(Duration.ofMinutes(29));

    assertThat(linesAtTheOpeningOfARun())
        .anyMatch(line -> line.contains(" run: claimed booking 1 for "));
  }

  /** The lines of the log when the first request may leave. */
  private List<String> linesAtTheOpeningOfARun() {
    AtomicReference<List<String>> atOpening = new AtomicReference<>();
    player.waitingBy(
        new Waiter() {
          @Override
          public void sleepUntil(Instant instant) {
            player.clock.sleepUntil(instant);
          }

          @Override
          public void awaitExactly(Instant instant) {
            atOpening.compareAndSet(null, lines());
            player.clock.awaitExactly(instant);
          }
        });
    type("run-due").succeeds();
    assertThat(bookingsOf("status")).containsExactly("success");
    return atOpening.get();
  }

  @Test
  void a_tick_with_nothing_due_writes_nothing() {
    type("run-due").succeeds();
    assertThat(LogFile.files(home).get(0)).doesNotExist();
    type("add --at 2026-12-24T10:00 --court 1").succeeds();
    player.signIn();
    player.clock.advance(Duration.ofMinutes(1));
    List<String> before = lines();

    type("run-due").succeeds();

    assertThat(lines()).isEqualTo(before);
  }

  @Test
  void off_leaves_no_file() {
    player.with("COURT_LOG", "off");

    bookTuesday();

    assertThat(LogFile.files(home).get(0)).doesNotExist();
  }

  @Test
  void doctor_changes_nothing_and_shows_its_requests_when_asked() {
    bookTuesday();
    List<String> before = lines();

    Ran ran = type("doctor --debug");

    assertThat(ran.err()).contains(" http: GET ");
    assertThat(lines()).isEqualTo(before);
  }

  @Test
  void what_was_mistyped_is_not_logged() {
    type("list").succeeds();
    type("show 99").failsWith(6, "no schedule 99");
    type("preview --at 2026-12-02T17:01").failsWith(2, "17:01");

    assertThat(LogFile.files(home).get(0)).doesNotExist();
  }
}
