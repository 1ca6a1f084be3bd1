package dev.court.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** All reservations. Of two requests for one slot exactly one gets it, even at the same time. */
final class ReservationLedger {
  private static final long FIRST_ID = 481_001;

  private final List<Reservation> entries = new ArrayList<>();

  /**
   * Reserves.
   *
   * @return empty when somebody already holds a part of that time
   */
  synchronized Optional<Reservation> reserve(SlotRequest slotRequest, String holder, Instant now) {
    if (entries.stream().anyMatch(entry -> entry.holds(slotRequest))) {
      return Optional.empty();
    }
    Reservation made =
        new Reservation(
            FIRST_ID + entries.size(),
            slotRequest.court(),
            slotRequest.start(),
            slotRequest.end(),
            slotRequest.guests(),
            holder,
            false,
            now);
    entries.add(made);
    return Optional.of(made);
  }

  /** Whether there is a reservation of that id which can be cancelled no longer. */
  synchronized boolean hasBegun(String id, Instant now) {
    return entries.stream()
        .anyMatch(
            entry ->
                Long.toString(entry.id()).equals(id) && !entry.start().toInstant().isAfter(now));
  }

  /** Whether there was such a reservation of that holder to cancel. */
  synchronized boolean cancel(String id, String holder) {
    for (int i = 0; i < entries.size(); i++) {
      Reservation entry = entries.get(i);
      if (Long.toString(entry.id()).equals(id)
          && entry.holder().equals(holder)
          && !entry.cancelled()) {
        entries.set(i, entry.cancel());
        return true;
      }
    }
    return false;
  }

  /** Cancelled ones too, newest first. */
  synchronized List<Reservation> newestFirst() {
    List<Reservation> reversed = new ArrayList<>(entries);
    Collections.reverse(reversed);
    return List.copyOf(reversed);
  }
}
