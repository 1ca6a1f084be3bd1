package dev.court.booking.json;

import dev.court.booking.Booking;
import dev.court.booking.Plan;
import dev.court.booking.ScheduledBooking;
import dev.court.json.Flattened;
import dev.court.text.IsoTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A booking for programs.
 *
 * @param scheduleId null while nothing is stored
 * @param reservationId null while nothing is booked, as {@code bookedCourtId} and {@code lateMs}
 *     are
 * @param lastError null when nothing went wrong; of a success, that it was held already
 */
public record BookingJson(
    @Flattened LegacyFields legacy,
    Long scheduleId,
    String name,
    List<String> courtIds,
    String reservationId,
    String bookedCourtId,
    int attempts,
    String lastError,
    Long lateMs) {

  /**
   * The booking as it is now.
   *
   * @param zone the venue's, in which the times are written
   */
  public static BookingJson of(ScheduledBooking what, ZoneId zone) {
    Booking booking = what.booking();
    Booking.Result result = booking.result();
    return new BookingJson(
        legacy(what, zone),
        stored(booking.scheduleId()),
        what.schedule().asked().name(),
        booking.courts().courtIds(),
        result.reservationId(),
        result.bookedCourtId(),
        result.attempts(),
        result.lastError(),
        result.lateMs());
  }

  private static LegacyFields legacy(ScheduledBooking what, ZoneId zone) {
    Booking booking = what.booking();
    Plan plan = what.schedule().asked().plan();
    return new LegacyFields(
        stored(booking.id()),
        plan.type(),
        IsoTime.second(booking.start().atZone(zone)),
        IsoTime.second(booking.opening().atZone(zone)),
        booking.courts().first(),
        booking.duration().toMinutes(),
        booking.status().word(),
        plan instanceof Plan.Recurring recurring ? recurring.rrule() : null);
  }

  private static Long stored(long id) {
    return id == 0 ? null : (Long) id;
  }
}
