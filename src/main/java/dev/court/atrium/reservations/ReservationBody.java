package dev.court.atrium.reservations;

import dev.court.atrium.http.AtriumSettings;
import dev.court.json.Json;
import dev.court.text.IsoTime;

/** The body of a reservation, field by field as the seed document shows it. */
record ReservationBody(
    String amenityTypeId,
    String startTime,
    long amenityId,
    String guests,
    String endTime,
    String amenityReservationType) {

  static String of(ReservationRequest request, AtriumSettings settings) {
    return Json.write(
        new ReservationBody(
            settings.amenityTypeId(),
            IsoTime.second(request.start()),
            request.court().amenityId(),
            request.guests(),
            IsoTime.second(request.end()),
            settings.reservationType()));
  }
}
