package dev.court.schedule.part;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.store.Store;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Knows what becomes of a booking whose reservation the person gave back. An occurrence that was
 * given back as a whole is left out of its schedule. A schedule cannot leave out a part of one, so
 * a part that was given back alone is kept from coming back by its row, as long as the occurrence
 * has parts that were not.
 */
public final class GivenBack {
  private static final Set<BookingStatus> WANTED =
      EnumSet.of(
          BookingStatus.PENDING,
          BookingStatus.IN_FLIGHT,
          BookingStatus.SUCCESS,
          BookingStatus.UNKNOWN);

  private final Store store;

  public GivenBack(Store store) {
    this.store = store;
  }

  /** Whether other parts of its occurrence are booked, or still to be booked. */
  public boolean isOnlyAPart(Schedule schedule, Booking booking) {
    return !schedule.asked().isEither() && hasWanted(store.bookings().siblings(booking));
  }

  /** Whether a change of its schedule does not bring it back. */
  public boolean stays(Schedule schedule, Booking booking) {
    return booking.isGivenBack()
        && !schedule.asked().isEither()
        && !store.bookings().siblings(booking).stream().allMatch(Booking::isGivenBack);
  }

  /**
   * Lets the bookings of an occurrence come back that is taken back in as a whole: none of its
   * parts is booked any more.
   */
  public void takeBackIn(Schedule schedule, LocalDateTime wallClock) {
    List<Booking> parts =
        store.bookings().of(schedule).stream().filter(one -> one.isOf(wallClock)).toList();
    if (!hasWanted(parts)) {
      parts.stream().filter(Booking::isGivenBack).forEach(store.bookings()::forgetReservation);
    }
  }

  private static boolean hasWanted(List<Booking> parts) {
    return parts.stream().map(Booking::status).anyMatch(WANTED::contains);
  }
}
