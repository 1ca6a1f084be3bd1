package dev.court.run.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.court.Wednesday;
import dev.court.booking.Outcome;
import dev.court.log.Log;
import dev.court.notification.BookingReport;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** An opening does not wait for a database that is busy, and what was written is not asked for. */
class BoundedEndTest {
  private static final Duration OVER = Duration.ofMillis(-1);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Optional<HeldEnd> HELD =
      Optional.of(
          new HeldEnd(
              BookingReport.of(
                  Wednesday.pending().scheduled(),
                  Outcome.Won.heldAlready("1", "Court 1", "481001"),
                  Wednesday.pending().booking()),
              false));

  private final BoundedEnd end = new BoundedEnd(Log.NONE);

  private static Optional<HeldEnd> heldIf(BooleanSupplier mayWrite) {
    return mayWrite.getAsBoolean() ? HELD : Optional.empty();
  }

  @Test
  void what_is_written_in_time_is_told() throws Exception {
    assertThat(end.await(BoundedEndTest::heldIf, () -> LONG)).isEqualTo(HELD);
  }

  @Test
  void what_is_late_writes_nothing() throws Exception {
    CountDownLatch isGivenUp = new CountDownLatch(1);
    CompletableFuture<Optional<HeldEnd>> wrote = new CompletableFuture<>();

    Optional<HeldEnd> told =
        end.await(
            mayWrite -> {
              await(isGivenUp);
              wrote.complete(heldIf(mayWrite));
              return wrote.join();
            },
            () -> OVER);
    isGivenUp.countDown();

    assertThat(told).isEmpty();
    assertThat(wrote.get()).isEmpty();
  }

  /** Whoever is first, both sides agree. */
  @RepeatedTest(20)
  void what_is_told_is_what_was_written() throws Exception {
    CompletableFuture<Optional<HeldEnd>> wrote = new CompletableFuture<>();

    Optional<HeldEnd> told =
        end.await(
            mayWrite -> {
              wrote.complete(heldIf(mayWrite));
              return wrote.join();
            },
            () -> OVER);

    assertThat(told).isEqualTo(wrote.get());
  }

  @Test
  void trouble_before_anything_is_written_changes_nothing() throws Exception {
    assertThat(
            end.await(
                mayWrite -> {
                  throw new IllegalArgumentException("no database");
                },
                () -> LONG))
        .isEmpty();
  }

  @Test
  void trouble_while_it_is_written_is_told_so_that_nothing_is_asked_for() {
    assertThatThrownBy(
            () ->
                end.await(
                    mayWrite -> {
                      heldIf(mayWrite);
                      throw new IllegalArgumentException("the disk is full");
                    },
                    () -> LONG))
        .hasMessage("the disk is full");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
