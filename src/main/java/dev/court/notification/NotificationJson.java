package dev.court.notification;

import dev.court.booking.ScheduledBooking;
import dev.court.booking.json.BookingJson;
import dev.court.json.Json;
import dev.court.text.IsoTime;
import java.time.ZonedDateTime;

/**
 * A notification for programs.
 *
 * @param at when it happened
 * @param reason what went wrong; null when nothing did
 * @param booking null when the notification is about none
 */
record NotificationJson(String at, String account, String reason, BookingJson booking) {
  /** About no booking; the reason may be null. */
  static String plain(ZonedDateTime at, String account, String reason) {
    return Json.write(new NotificationJson(IsoTime.second(at), account, reason, null));
  }

  /** About a booking; the reason is its last error. */
  static String of(ZonedDateTime at, String account, ScheduledBooking what) {
    return Json.write(
        new NotificationJson(
            IsoTime.second(at),
            account,
            what.booking().result().lastError(),
            BookingJson.of(what, at.getZone())));
  }
}
