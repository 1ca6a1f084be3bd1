package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Finds bookings ahead that a changed schedule does not want as they are, but that the change does
 * not undo: Atrium holds a reservation or may hold one, or a request is under way.
 */
record UnwantedBookings(Schedule schedule, WantedNow wanted, Instant now) {
  private static final Set<BookingStatus> HELD =
      Set.of(BookingStatus.SUCCESS, BookingStatus.IN_FLIGHT, BookingStatus.UNKNOWN);

  List<StillHeld> among(List<Booking> bookings) {
    return bookings.stream()
        .filter(booking -> booking.start().isAfter(now) && HELD.contains(booking.status()))
        .filter(booking -> !isWantedAsItIs(booking))
        .map(booking -> new StillHeld(booking, wanted.isTimeWanted(schedule, booking)))
        .toList();
  }

  private boolean isWantedAsItIs(Booking booking) {
    return wanted.isWanted(schedule, booking)
        && booking.guests().equals(schedule.asked().guests())
        && isOnAWantedCourt(booking);
  }

  /** While it is being booked, the order of the courts counts too. */
  private boolean isOnAWantedCourt(Booking booking) {
    String court =
        booking.status() == BookingStatus.SUCCESS
            ? booking.result().bookedCourtId()
            : booking.result().openCourt();
    return court == null
        ? booking.courts().equals(schedule.asked().courts())
        : schedule.asked().courts().courtIds().contains(court);
  }
}
