package dev.court.schedule.alternative;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;

/**
 * Lets go the other times of occurrences of which one is booked. Whether it is done at once or by
 * the next run makes no difference to what is asked for: {@link Turns} has the last word.
 */
public final class LetGo {
  private final Store store;

  public LetGo(Store store) {
    this.store = store;
  }

  /** Of all occurrences of an account. */
  public void all(long accountId) {
    if (store.schedules().hasAlternatives(accountId)) {
      store.bookings().besideBooked(accountId).forEach(this::letGo);
    }
  }

  /** Of the occurrence that a booking is for. */
  public void beside(ScheduledBooking won) {
    if (won.schedule().asked().isEither()) {
      OccurrenceBookings.of(store, won).all().stream()
          .filter(one -> one.status() == BookingStatus.PENDING)
          .forEach(one -> letGo(one, won.booking()));
    }
  }

  private void letGo(ScheduledBooking pending) {
    OccurrenceBookings.of(store, pending).won().ifPresent(won -> letGo(pending.booking(), won));
  }

  private void letGo(Booking pending, Booking won) {
    boolean unused =
        store
            .bookings()
            .tryChangeStatus(
                pending, BookingStatus.CANCELLED, OccurrenceBookings.time(won) + " was booked");
  }
}
