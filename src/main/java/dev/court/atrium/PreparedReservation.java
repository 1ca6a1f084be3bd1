package dev.court.atrium;

import dev.court.secret.Secret;
import java.net.http.HttpRequest;

/** A reservation made ready before the opening, so that nothing is left to build at it. */
public final class PreparedReservation {
  private final ReservationRequest wish;
  private final HttpRequest request;
  private final Secret accessToken;

  PreparedReservation(ReservationRequest wish, HttpRequest request, Secret accessToken) {
    this.wish = wish;
    this.request = request;
    this.accessToken = accessToken;
  }

  /** What it asks for. */
  public ReservationRequest wish() {
    return wish;
  }

  HttpRequest request() {
    return request;
  }

  Secret accessToken() {
    return accessToken;
  }

  @Override
  public String toString() {
    return "PreparedReservation[%s]".formatted(wish);
  }
}
