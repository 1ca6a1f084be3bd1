package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.BackgroundTask;
import dev.court.Evening;
import dev.court.TestClock;
import dev.court.sandbox.realm.TokenLifetimes;
import dev.court.workspace.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run that waits for several openings, by a clock that only the test moves. */
@Tag("any-database")
class SeveralOpeningsTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  /** So that no refresh is under way while the test moves the clock by half an hour. */
  private static final TokenLifetimes LONG =
      new TokenLifetimes(Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(10));

  @TempDir Path home;
  private Evening evening;

  @BeforeEach
  void comes() {
    evening = Evening.at(home, LONG);
    evening.player.waitingBy(new Patience(evening.player.clock));
  }

  @AfterEach
  void leaves() {
    evening.close();
  }

  @Test
  void each_opening_is_met_at_its_own_instant() {
    evening.wants("1").wants("2").adds("--at", "2026-12-02T17:30", "--court", "2");
    var run = BackgroundTask.begin(() -> evening.runDue("--within", "PT40M"));

    moveTo(Evening.OPENING.minusMillis(1));
    assertThat(evening.shots()).isEmpty();
    moveTo(Evening.OPENING);
    await(() -> evening.shots().size() == 2);
    tickInBetween();
    moveTo(Evening.OPENING.plus(HALF_AN_HOUR));

    assertThat(run.join().succeeds().out()).hasLineCount(3);
    assertThat(evening.held()).containsExactlyInAnyOrder("Court 1", "Court 2", "Court 2");
  }

  @Test
  void nothing_goes_out_before_its_opening() {
    evening.wants("1").adds("--at", "2026-12-02T17:30", "--court", "2");
    var run = BackgroundTask.begin(() -> evening.runDue("--within", "PT40M"));

    moveTo(Evening.OPENING);
    await(() -> evening.shots().size() == 1);
    tickInBetween();
    moveTo(Evening.OPENING.plus(HALF_AN_HOUR));
    run.join().succeeds();

    assertThat(evening.shots()).allMatch(shot -> !shot.afterOpening().isNegative());
  }

  /** Another run of cron's keeps the session alive for both. */
  private void tickInBetween() {
    moveTo(Evening.OPENING.plus(Duration.ofMinutes(22)));
    evening.runDue().succeeds();
  }

  private void moveTo(Instant instant) {
    await(() -> evening.bookings().stream().allMatch(row -> !row.get("status").equals("pending")));
    evening.player.clock.set(instant);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  /** Waits until somebody else has moved the clock. */
  private record Patience(TestClock clock) implements Waiter {
    @Override
    public void sleepUntil(Instant instant) throws InterruptedException {
      while (clock.instant().isBefore(instant)) {
        LockSupport.parkNanos(1_000_000);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }

    @Override
    public void awaitExactly(Instant instant) throws InterruptedException {
      sleepUntil(instant);
    }
  }
}
