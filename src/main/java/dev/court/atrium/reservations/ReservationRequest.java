package dev.court.atrium.reservations;

import dev.court.booking.TennisCourt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * A reservation to ask Atrium for.
 *
 * @param start in the venue's zone; its offset is sent
 * @param duration elapsed time, so that the end is right across a clock change
 * @param guests sent as given
 */
public record ReservationRequest(
    TennisCourt court, ZonedDateTime start, Duration duration, String guests) {

  public ReservationRequest {
    Objects.requireNonNull(court, "court");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(guests, "guests");
  }

  ZonedDateTime end() {
    return start.plus(duration);
  }

  Instant startInstant() {
    return start.toInstant();
  }

  Instant endInstant() {
    return end().toInstant();
  }
}
