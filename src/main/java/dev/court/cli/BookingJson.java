package dev.court.cli;

import dev.court.booking.Booking;
import dev.court.booking.Plan;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.session.SessionForecast;
import java.util.List;
import java.util.Optional;

/**
 * A booking for programs. The ids are null while nothing is stored.
 *
 * @param partOf the start of the occurrence that it is a part of; its own start unless split
 * @param watchedUntil until when a court that was taken is asked for again; null when it is not
 * @param session what it will be like at the opening; null when nothing is to be booked then
 */
record BookingJson(
    Long id,
    String type,
    String desiredTime,
    String triggerTime,
    String courtId,
    long duration,
    String status,
    String rrule,
    Long scheduleId,
    String name,
    List<String> courtIds,
    String reservationId,
    String bookedCourtId,
    int attempts,
    String lastError,
    Long lateMs,
    String strategy,
    String partOf,
    String watchedUntil,
    String session) {

  static BookingJson of(ScheduledBooking what, Venue venue) {
    return of(what, venue, Optional.empty());
  }

  static BookingJson of(ScheduledBooking what, Venue venue, Optional<SessionForecast> session) {
    Phrases phrases = new Phrases(venue);
    Booking booking = what.booking();
    Booking.Result result = booking.result();
    Plan plan = what.schedule().asked().plan();
    return new BookingJson(
        stored(booking.id()),
        plan.type(),
        phrases.iso(booking.start()),
        phrases.iso(booking.opening()),
        booking.courts().first(),
        booking.duration().toMinutes(),
        booking.status().word(),
        plan instanceof Plan.Recurring recurring ? recurring.rrule() : null,
        stored(booking.scheduleId()),
        what.schedule().asked().name(),
        booking.courts().courtIds(),
        result.reservationId(),
        result.bookedCourtId(),
        result.attempts(),
        result.lastError(),
        result.lateMs(),
        what.schedule().asked().strategy().word(),
        phrases.iso(booking.partOf()),
        phrases.iso(what.watchedUntil(venue.notice()).orElse(null)),
        session.map(SessionForecast::word).orElse(null));
  }

  private static Long stored(long id) {
    return id == 0 ? null : (Long) id;
  }
}
