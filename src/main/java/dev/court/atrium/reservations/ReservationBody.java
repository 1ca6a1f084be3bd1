package dev.court.atrium.reservations;

import dev.court.atrium.http.AtriumSettings;
import dev.court.json.Json;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The body of a reservation, field by field as the seed document shows it. */
record ReservationBody(
    String amenityTypeId,
    String startTime,
    long amenityId,
    String guests,
    String endTime,
    String amenityReservationType) {
  /** Seconds always, and an offset with a colon, never {@code Z}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", java.util.Locale.ROOT);

  static String of(ReservationRequest request, AtriumSettings settings) {
    return Json.write(
        new ReservationBody(
            settings.amenityTypeId(),
            time(request.start()),
            request.court().amenityId(),
            request.guests(),
            time(request.end()),
            settings.reservationType()));
  }

  private static String time(ZonedDateTime time) {
    return TIME.format(time);
  }
}
