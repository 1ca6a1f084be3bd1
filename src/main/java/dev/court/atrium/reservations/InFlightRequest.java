package dev.court.atrium.reservations;

import dev.court.atrium.http.SendRecord;

/** A reservation that was asked for and whose answer is still to come. */
public final class InFlightRequest {
  private final PreparedReservation prepared;
  private final SendRecord sent;

  InFlightRequest(PreparedReservation prepared, SendRecord sent) {
    this.prepared = prepared;
    this.sent = sent;
  }

  PreparedReservation prepared() {
    return prepared;
  }

  SendRecord sent() {
    return sent;
  }
}
