package dev.court.atrium;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.reservations.AnswerPatterns;
import dev.court.atrium.reservations.HttpAnswers;
import dev.court.atrium.reservations.ReservationRequest;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.TennisCourt;
import dev.court.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** What the tests of the HTTP line share: the example of the seed document, and short limits. */
public final class Line {
  public static final String PATH = "/api/my/occupants/77/amenity-reservations/";
  public static final Instant NOW = Instant.parse("2025-07-28T11:00:00Z");
  public static final Secret TOKEN = Secret.of(HttpAnswers.JWT);
  public static final ReservationRequest SEVEN_ON_COURT_1 =
      new ReservationRequest(
          new TennisCourt("1", 8, "Court 1"),
          ZonedDateTime.parse("2025-08-04T07:00-04:00[America/New_York]"),
          Duration.ofMinutes(30),
          "1");

  private Line() {}

  public static WireMockExtension server() {
    return WireMockExtension.newInstance()
        .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
        .failOnUnmatchedRequests(true)
        .build();
  }

  /** The server's own idea of its address writes the port in the digits of the host's locale. */
  public static String url(WireMockExtension server) {
    return "http://localhost:" + server.getPort();
  }

  /** A line that gives up after a second. */
  public static HttpTransport impatient() {
    return new HttpTransport(() -> NOW, Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  public static HttpTransport patient() {
    return new HttpTransport(() -> NOW, HttpTransport.CONNECT_LIMIT, HttpTransport.LIMIT);
  }

  public static AtriumSettings settings(String url) {
    return new AtriumSettings(
        URI.create(url + "/api"), URI.create(url + "/realms/r"), "my-tfc", "77", "10", "TR");
  }

  public static Reservations reservations(String url, HttpTransport line) {
    return new Reservations(settings(url), AnswerPatterns.DEFAULT, line);
  }
}
