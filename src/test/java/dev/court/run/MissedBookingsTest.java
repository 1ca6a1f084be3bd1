package dev.court.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Evening;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.notification.BookingReport;
import dev.court.notification.NotificationDecision;
import dev.court.schedule.ChangeSchedules;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A booking that no run came for. */
@Tag("any-database")
class MissedBookingsTest extends WithTransaction {
  @BeforeEach
  void a_booking() {
    wantsWednesday();
  }

  @Test
  void a_booking_whose_start_lies_ahead_is_not_missed() {
    clock.set(Evening.START.minusMillis(1));

    assertThat(mark().bookings()).isEmpty();
    assertThat(booking().status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void a_booking_whose_start_has_passed_is_missed_and_told_once() {
    clock.set(Evening.START);

    BookingReport missed = mark().bookings().get(0);

    assertThat(missed.outcome())
        .isEqualTo(new Outcome.Missed("no run came between its opening and its start"));
    assertThat(missed.decision()).isEqualTo(NotificationDecision.NEW);
    assertThat(booking().status()).isEqualTo(BookingStatus.MISSED);
    assertThat(mark().bookings()).isEmpty();
  }

  @Test
  void a_pause_that_covers_it_leaves_it_out_without_a_word() {
    new ChangeSchedules(workspace).pause(List.of(1L), LocalDate.parse("2026-12-03"));
    clock.set(Evening.START);

    assertThat(mark().bookings()).isEmpty();
    assertThat(booking().status()).isEqualTo(BookingStatus.SKIPPED);
  }

  private RunReport mark() {
    return step(
        transaction ->
            new MissedBookings(transaction, workspace.venue(), change(transaction)).mark());
  }
}
