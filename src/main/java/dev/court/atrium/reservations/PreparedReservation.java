package dev.court.atrium.reservations;

import dev.court.secret.Secret;
import java.net.http.HttpRequest;

/** A reservation made ready before the opening, so that nothing is left to build at it. */
public final class PreparedReservation {
  private final ReservationRequest wish;
  private final HttpRequest request;
  private final byte[] bytes;
  private final Secret accessToken;

  /**
   * @param bytes the same as {@code request}, as it goes over the wire
   */
  PreparedReservation(
      ReservationRequest wish, HttpRequest request, byte[] bytes, Secret accessToken) {
    this.wish = wish;
    this.request = request;
    this.bytes = bytes;
    this.accessToken = accessToken;
  }

  /** What it asks for. */
  public ReservationRequest wish() {
    return wish;
  }

  HttpRequest request() {
    return request;
  }

  byte[] bytes() {
    return bytes;
  }

  Secret accessToken() {
    return accessToken;
  }

  @Override
  public String toString() {
    return "PreparedReservation[%s]".formatted(wish);
  }
}
