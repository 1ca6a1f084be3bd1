package dev.court.held;

import dev.court.atrium.reservations.HeldReservation;
import java.time.Instant;
import java.util.List;

/**
 * A reservation that Atrium holds for the account, or held.
 *
 * @param held as the listing shows it, or as its booking says where that shows it no longer
 * @param courtId null when the settings name no such court
 * @param court in words
 * @param listed whether the listing shows it
 * @param ours the bookings that it was made for, mostly one; empty for one that was made elsewhere
 */
public record ReservationView(
    HeldReservation held,
    String courtId,
    String court,
    boolean listed,
    List<ReservedBooking> ours) {
  public ReservationView {
    ours = List.copyOf(ours);
  }

  /** Null when the listing names none. */
  public String id() {
    return held.id();
  }

  public Instant start() {
    return held.start();
  }

  /** Null when the listing has none. */
  public Instant end() {
    return held.end();
  }

  /** Whether it is known that it is held no longer. */
  public boolean cancelled() {
    return held.cancelled();
  }
}
