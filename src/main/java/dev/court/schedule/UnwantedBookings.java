package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.booking.Venue;
import dev.court.planning.BookingParts;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Finds bookings ahead that a changed schedule does not want any more, but that the change does not
 * undo: Atrium holds a reservation, or a request is under way.
 */
record UnwantedBookings(Schedule schedule, Venue venue, Instant now) {
  private static final Set<BookingStatus> HELD =
      Set.of(BookingStatus.SUCCESS, BookingStatus.IN_FLIGHT);

  List<Booking> among(List<Booking> bookings) {
    return bookings.stream()
        .filter(booking -> booking.start().isAfter(now) && HELD.contains(booking.status()))
        .filter(booking -> !isWanted(booking))
        .toList();
  }

  private boolean isWanted(Booking booking) {
    return !schedule.removed()
        && !schedule.leavesOut(booking)
        && isOnAWantedCourt(booking)
        && isAPart(booking);
  }

  private boolean isOnAWantedCourt(Booking booking) {
    String court = booking.result().bookedCourtId();
    return court == null || schedule.asked().courts().courtIds().contains(court);
  }

  private boolean isAPart(Booking booking) {
    return new BookingParts(schedule.asked(), venue)
        .at(booking.start())
        .filter(part -> part.duration().equals(booking.duration()))
        .isPresent();
  }
}
