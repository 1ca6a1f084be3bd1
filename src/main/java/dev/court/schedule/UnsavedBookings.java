package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingPart;
import dev.court.booking.BookingStatus;
import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.BookingParts;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** The bookings that a schedule means, before the database has them: pending, with the id 0. */
record UnsavedBookings(Schedule schedule, Venue venue) {

  /** Of a request for which there is no schedule yet: the schedule's id is 0 too. */
  static UnsavedBookings of(ScheduleRequest asked, Instant now, Venue venue) {
    return new UnsavedBookings(
        new Schedule(0, 0, asked, null, false, now, Schedule.ownUid(0, now), new TreeSet<>()),
        venue);
  }

  /** The bookings of some occurrences, by time; an occurrence that is split has several. */
  List<ScheduledBooking> at(List<Occurrence> occurrences) {
    return new BookingParts(schedule.asked(), venue)
        .of(occurrences).stream()
            .map(part -> new ScheduledBooking(schedule, booking(part)))
            .toList();
  }

  private Booking booking(BookingPart part) {
    ScheduleRequest asked = schedule.asked();
    return new Booking(
        0,
        schedule.id(),
        part.occurrence(),
        venue.opening(part.occurrence()),
        asked.courts(),
        part.duration(),
        asked.guests(),
        BookingStatus.PENDING,
        Booking.Result.NONE,
        part.of());
  }
}
