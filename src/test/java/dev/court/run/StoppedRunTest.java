package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.KilledHome;
import dev.court.Player.Ran;
import dev.court.Receiver;
import dev.court.workspace.StopSignal;
import dev.court.workspace.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGTERM in the middle of a run. */
class StoppedRunTest {
  @TempDir Path folder;
  private Path home;
  private Evening evening;
  private Runnable meanwhile = () -> {};

  @BeforeEach
  void comes() {
    home = folder.resolve("home");
    evening = Evening.at(home).wants("1,2");
  }

  @AfterEach
  void leaves() {
    evening.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {-30_000, -10_000, -2_500, -2_001})
  void a_claim_is_given_back_as_it_was_before_the_opening_is_near(long millis) {
    assertThat(stoppedAt(Evening.OPENING.plusMillis(millis)).out()).isEmpty();

    assertThat(evening.shots()).isEmpty();
    assertThat(evening.booking())
        .containsEntry("status", "pending")
        .containsEntry("attempts", 0)
        .containsEntry("last_error", null);
    assertThat(home.resolve("runs")).isEmptyDirectory();
    assertThat(home.resolve("shots")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          remove 1 --yes                  | cancelled | 1,2
          edit 1 --court 2                | pending   | 2
          edit 1 --at 2026-12-03T17:00    | cancelled | 1,2
          """)
  void a_claim_is_given_back_as_the_person_wants_it_by_now(
      String change, String status, String courts) {
    meanwhile = () -> evening.player.court(change.split(" ", -1)).succeeds();

    stoppedAt(Evening.OPENING.minusSeconds(30));

    assertThat(evening.booking())
        .containsEntry("status", status)
        .containsEntry("court_ids", List.of(courts.split(",", -1)));
  }

  /** Nothing was sent, so nothing is unknown, and nothing waits. */
  @ParameterizedTest
  @CsvSource({"stopped, -30000", "stopped, -2001", "killed, -30000", "killed, -2001"})
  void what_is_removed_after_the_end_of_its_run_is_cancelled(String end, long millis) {
    Path dead = folder.resolve("dead");
    meanwhile = () -> KilledHome.keep(home, dead);
    stoppedAt(Evening.OPENING.plusMillis(millis));
    if (end.equals("killed")) {
      KilledHome.replace(home, dead);
      assertThat(evening.booking()).containsEntry("status", "in_flight");
    }
    evening.player.waitingBy(evening.player.clock);

    evening.player.court("remove", "1", "--yes").succeeds();
    assertThat(evening.aMinuteLater().succeeds().out()).isEmpty();

    assertThat(evening.booking()).containsEntry("status", "cancelled");
    assertThat(evening.shots()).isEmpty();
    assertThat(home.resolve("shots")).isEmptyDirectory();
  }

  @Test
  void the_next_run_books_what_was_given_back_on_time() {
    stoppedAt(Evening.OPENING.minusSeconds(30));
    evening.player.waitingBy(evening.player.clock);
    evening.player.clock.set(Evening.OPENING.minusSeconds(20));

    assertThat(evening.runDue().succeeds().out()).startsWith("booked");

    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.booking()).containsEntry("late_ms", 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {-2_000, -1_000, -1})
  void an_opening_that_is_near_is_booked_first(long millis) {
    assertThat(stoppedAt(Evening.OPENING.plusMillis(millis)).out()).startsWith("booked");

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.booking()).containsEntry("status", "success").containsEntry("attempts", 1);
  }

  @Test
  void of_two_openings_the_near_one_is_booked_and_the_far_one_given_back() {
    evening.player.clock.set(Evening.OPENING.minusSeconds(50));
    evening.adds("--at", "2026-12-02T17:30", "--court", "1");

    stoppedAt(Evening.OPENING.minusSeconds(1), "--within", "PT1H");

    assertThat(evening.bookings())
        .extracting(row -> row.get("status"))
        .containsExactly("success", "pending");
    assertThat(evening.shots()).hasSize(1);
  }

  @Test
  void a_run_that_waits_for_the_realm_gives_back_its_claims() {
    evening.player.court("remove", "1", "--yes").succeeds();
    evening.adds("--at", "2026-12-02T17:30", "--court", "1").but("5xx@token");
    Instant opening = Evening.OPENING.plus(Duration.ofMinutes(30));
    evening.player.clock.set(opening.minusSeconds(50));

    assertThat(stoppedAt(opening.minusSeconds(40)).err()).isEmpty();

    assertThat(evening.bookings().get(1))
        .containsEntry("status", "pending")
        .containsEntry("last_error", null);
    assertThat(evening.player.clock.instant()).isEqualTo(opening.minusSeconds(40));
  }

  @Test
  void a_long_pause_before_another_try_is_cut_short() {
    evening.but("429=1:30s");

    stoppedAt(Evening.OPENING.plusSeconds(1));

    assertThat(evening.shots()).hasSize(1);
    assertThat(evening.booking()).containsEntry("status", "pending").containsEntry("attempts", 1);
    assertThat(evening.player.clock.instant()).isEqualTo(Evening.OPENING.plusSeconds(1));
  }

  @Test
  void a_short_pause_before_another_try_is_not() {
    evening.but("429=1:3s");

    stoppedAt(Evening.OPENING.plusSeconds(1));

    assertThat(evening.held()).containsExactly("Court 1");
  }

  @Test
  void an_open_shot_stays_one_and_the_next_run_asks_for_the_same_court() {
    evening.but("drop-request@post=always");
    stoppedAt(Evening.OPENING.plusSeconds(1));
    assertThat(evening.booking()).containsEntry("status", "unknown");
    evening.player.sandbox.faults().clear();
    evening.player.waitingBy(evening.player.clock);

    assertThat(evening.aMinuteLater().out()).startsWith("booked");

    assertThat(evening.held()).containsExactly("Court 1");
    assertThat(evening.shots()).allSatisfy(shot -> assertThat(shot.body()).contains("8"));
  }

  @Test
  void a_message_is_left_to_the_next_run() {
    try (Receiver receiver = new Receiver()) {
      evening.player.court("config", "set", "notify", receiver.hook()).succeeds();
      stoppedAt(Evening.OPENING.minusSeconds(1));
      assertThat(receiver.events()).isEmpty();

      evening.aMinuteLater().succeeds();

      assertThat(receiver.events()).hasSize(1);
    }
  }

  @Test
  void nobody_is_told_of_a_claim_that_was_given_back() {
    try (Receiver receiver = new Receiver()) {
      evening.player.court("config", "set", "notify", receiver.hook()).succeeds();
      stoppedAt(Evening.OPENING.minusSeconds(30));

      evening.runDue("--within", "PT1S").succeeds();

      assertThat(receiver.events()).isEmpty();
    }
  }

  private Ran stoppedAt(Instant instant, String... options) {
    evening.player.waitingBy(new SignalAt(instant));
    return evening.runDue(options);
  }

  /** Lets the signal come at an instant, whoever waits past it first. */
  private final class SignalAt implements Waiter {
    private final Instant instant;
    private boolean isOver;

    SignalAt(Instant instant) {
      this.instant = instant;
    }

    @Override
    public void sleepUntil(Instant until) {
      signalBefore(until);
      if (!Thread.currentThread().isInterrupted()) {
        evening.player.clock.sleepUntil(until);
      }
    }

    @Override
    public void awaitExactly(Instant until) {
      sleepUntil(until);
    }

    private synchronized void signalBefore(Instant until) {
      if (!isOver && until.isAfter(instant)) {
        isOver = true;
        evening.player.clock.sleepUntil(instant);
        StopSignal signal = evening.player.signal();
        meanwhile.run();
        signal.raise();
      }
    }
  }
}
