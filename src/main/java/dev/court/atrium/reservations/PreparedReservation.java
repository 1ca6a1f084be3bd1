package dev.court.atrium.reservations;

import dev.court.atrium.http.PreparedRequest;
import dev.court.secret.Secret;

/** A reservation whose request is built before the opening, so that nothing is left to build. */
public final class PreparedReservation {
  private final ReservationRequest reservation;
  private final PreparedRequest request;
  private final Secret accessToken;

  PreparedReservation(ReservationRequest reservation, PreparedRequest request, Secret accessToken) {
    this.reservation = reservation;
    this.request = request;
    this.accessToken = accessToken;
  }

  ReservationRequest reservation() {
    return reservation;
  }

  PreparedRequest request() {
    return request;
  }

  Secret accessToken() {
    return accessToken;
  }

  @Override
  public String toString() {
    return "PreparedReservation[%s]".formatted(reservation);
  }
}
