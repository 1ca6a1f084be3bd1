package dev.court.atrium.reservations;

import dev.court.atrium.http.Sent;

/** A reservation that was asked for and whose answer is still to come. */
public final class Shot {
  private final PreparedReservation prepared;
  private final Sent sent;

  Shot(PreparedReservation prepared, Sent sent) {
    this.prepared = prepared;
    this.sent = sent;
  }

  PreparedReservation prepared() {
    return prepared;
  }

  Sent sent() {
    return sent;
  }
}
