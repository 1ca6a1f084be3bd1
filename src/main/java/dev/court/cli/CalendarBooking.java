package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A booking in local times of the venue.
 *
 * @param end the first instant after it
 */
record CalendarBooking(ScheduledBooking what, Mark mark, LocalDateTime start, LocalDateTime end) {

  static CalendarBooking of(ScheduledBooking what, ZoneId zone) {
    Booking booking = what.booking();
    return new CalendarBooking(
        what,
        Mark.of(what),
        LocalDateTime.ofInstant(booking.start(), zone),
        LocalDateTime.ofInstant(booking.start().plus(booking.duration()), zone));
  }

  /** Whether any of it lies in {@code [from, to)}. */
  boolean touches(LocalDateTime from, LocalDateTime to) {
    return start.isBefore(to) && end.isAfter(from);
  }

  /** Whether one person plays both, or may, at the same time. */
  boolean clashesWith(CalendarBooking other) {
    return what.booking().id() != other.what.booking().id()
        && what.schedule().accountId() == other.what.schedule().accountId()
        && mark.isAlive()
        && other.mark.isAlive()
        && touches(other.start, other.end);
  }
}
