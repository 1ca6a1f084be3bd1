package dev.court.held;

import java.time.Instant;
import java.util.List;

/**
 * A reservation that Atrium holds for the account, or held.
 *
 * @param id null when the listing names none
 * @param courtId null when the settings name no such court
 * @param court in words
 * @param end null when the listing has none
 * @param cancelled whether it is held no longer
 * @param ours the bookings that it was made for, mostly one; empty for one that was made elsewhere
 */
public record ReservationView(
    String id,
    String courtId,
    String court,
    Instant start,
    Instant end,
    boolean cancelled,
    List<ReservedBooking> ours) {
  public ReservationView {
    ours = List.copyOf(ours);
  }
}
