package dev.court.notification;

import dev.court.booking.Booking;
import dev.court.booking.Plan;
import dev.court.booking.ScheduledBooking;
import dev.court.json.Json;
import dev.court.text.IsoTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * News for programs.
 *
 * @param at when it happened
 * @param reason why, where something went wrong; null elsewhere
 * @param booking null when it is about none
 */
record NotificationJson(String at, String account, String reason, BookingJson booking) {
  /** The fields that every list of bookings has. */
  record BookingJson(
      long id,
      String type,
      String desiredTime,
      String triggerTime,
      String courtId,
      long duration,
      String status,
      String rrule,
      long scheduleId,
      String name,
      List<String> courtIds,
      String reservationId,
      String bookedCourtId,
      int attempts,
      String lastError,
      Long lateMs) {}

  /** About no booking; the reason may be null. */
  static String plain(ZonedDateTime at, String account, String reason) {
    return Json.write(new NotificationJson(IsoTime.second(at), account, reason, null));
  }

  static String of(ZonedDateTime at, String account, ScheduledBooking what) {
    ZoneId zone = at.getZone();
    Booking booking = what.booking();
    Booking.Result result = booking.result();
    Plan plan = what.schedule().asked().plan();
    return Json.write(
        new NotificationJson(
            IsoTime.second(at),
            account,
            result.lastError(),
            new BookingJson(
                booking.id(),
                plan.type(),
                iso(booking.start(), zone),
                iso(booking.opening(), zone),
                booking.courts().first(),
                booking.duration().toMinutes(),
                booking.status().word(),
                plan instanceof Plan.Recurring recurring ? recurring.rrule() : null,
                booking.scheduleId(),
                what.schedule().asked().name(),
                booking.courts().courtIds(),
                result.reservationId(),
                result.bookedCourtId(),
                result.attempts(),
                result.lastError(),
                result.lateMs())));
  }

  private static String iso(Instant instant, ZoneId zone) {
    return IsoTime.second(instant.atZone(zone));
  }
}
