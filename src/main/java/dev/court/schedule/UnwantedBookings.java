package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Finds bookings ahead that a changed schedule does not want any more, but that the change does not
 * undo: Atrium holds a reservation, or a request is under way.
 */
record UnwantedBookings(Schedule schedule, WantedNow wanted, Instant now) {
  private static final Set<BookingStatus> HELD =
      Set.of(BookingStatus.SUCCESS, BookingStatus.IN_FLIGHT);

  List<Booking> among(List<Booking> bookings) {
    return bookings.stream()
        .filter(booking -> booking.start().isAfter(now) && HELD.contains(booking.status()))
        .filter(booking -> !isWanted(booking))
        .toList();
  }

  private boolean isWanted(Booking booking) {
    String booked = booking.result().bookedCourtId();
    return booked == null
        ? booking.courts().courtIds().stream()
            .allMatch(court -> wanted.isWanted(schedule, booking, court))
        : wanted.isWanted(schedule, booking, booked);
  }
}
