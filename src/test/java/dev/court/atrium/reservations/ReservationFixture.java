package dev.court.atrium.reservations;

import dev.court.atrium.http.AtriumFixture;
import dev.court.atrium.http.HttpTransport;
import dev.court.booking.TennisCourt;
import dev.court.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** The example of the seed document, and how it is sent. */
final class ReservationFixture {
  static final String PATH = "/api/my/occupants/77/amenity-reservations/";
  static final ReservationRequest SEVEN_ON_COURT_1 =
      new ReservationRequest(
          new TennisCourt("1", 8, "Court 1"),
          ZonedDateTime.parse("2025-08-04T07:00-04:00[America/New_York]"),
          Duration.ofMinutes(30),
          "1");

  private ReservationFixture() {}

  static Reservations reservations(String url, HttpTransport transport) {
    return new Reservations(AtriumFixture.settings(url), AnswerPatterns.DEFAULT, transport);
  }

  /** Asks for a court over a connection of its own. */
  static ReservationReply reserve(
      Reservations reservations, ReservationRequest request, Secret accessToken) {
    try (ReservationConnection connection = reservations.connection()) {
      return connection.send(connection.prepare(request, accessToken), Instant.MAX);
    }
  }
}
