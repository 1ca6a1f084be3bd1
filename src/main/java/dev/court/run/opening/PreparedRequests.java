package dev.court.run.opening;

import dev.court.atrium.reservations.PreparedReservation;
import dev.court.atrium.reservations.ReservationConnection;
import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.secret.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The requests for the courts of one booking, built before the opening: the first one takes ten
 * milliseconds and more. For one thread.
 */
public final class PreparedRequests {
  private final Booking booking;
  private final ReservationLookup lookup;
  private final ReservationConnection connection;
  private final Map<String, PreparedReservation> byCourt = new HashMap<>();
  private Secret token;

  public PreparedRequests(
      Booking booking, ReservationLookup lookup, ReservationConnection connection, Secret token) {
    this.booking = booking;
    this.lookup = lookup;
    this.connection = connection;
    this.token = token;
  }

  /** Builds the request for each of these courts. */
  public void prepare(CourtPreference courts) {
    courts.courtIds().forEach(this::forCourt);
  }

  public PreparedReservation forCourt(String courtId) {
    return byCourt.computeIfAbsent(
        courtId, id -> connection.prepare(lookup.request(booking, id), token));
  }

  public Secret token() {
    return token;
  }

  /** Builds the requests again with this token, unless they have it already. */
  void useToken(Secret current) {
    if (!current.equals(token)) {
      List<String> courtIds = List.copyOf(byCourt.keySet());
      replaceToken(current);
      courtIds.forEach(this::forCourt);
    }
  }

  /** Drops the requests: they hold the old token. */
  public void replaceToken(Secret fresh) {
    token = fresh;
    byCourt.clear();
  }
}
