package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.Watch;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A court that was taken, and is asked for again for an hour. */
@Tag("any-database")
class EndedWatchesTest extends WithTransaction {
  @BeforeEach
  void a_watched_booking() {
    wantsWednesday(new Watch(Duration.ofHours(1), Duration.ofMinutes(10)));
    claimedBy("other", Evening.OPENING.plusSeconds(120));
    Booking watched =
        booking()
            .with(
                BookingStatus.PENDING, new Booking.Result(null, null, 2, "taken", 0L, true, null));
    onDisk(store -> store.claims().trySettle(watched, "other", Evening.OPENING.plusSeconds(600)));
  }

  @ParameterizedTest
  @CsvSource({"PT59M, PENDING", "PT60M59S, PENDING", "PT61M, FAILED", "PT5H, FAILED"})
  void a_watch_ends_a_minute_after_its_last_try(Duration sinceOpening, BookingStatus status) {
    clock.set(Evening.OPENING.plus(sinceOpening));

    close();

    assertThat(booking().status()).isEqualTo(status);
  }

  @Test
  void its_end_is_reported_as_a_loss_with_the_last_reason() {
    clock.set(Evening.OPENING.plus(Duration.ofHours(2)));

    assertThat(close().bookings())
        .singleElement()
        .matches(report -> report.outcome().equals(new Outcome.Lost("taken", true)))
        .matches(report -> report.decision().isTold());
  }

  private RunReport close() {
    return step(
        transaction ->
            new EndedWatches(transaction, workspace.venue().notice(), change(transaction)).close());
  }
}
