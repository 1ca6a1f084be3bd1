package dev.court.sandbox;

import dev.court.booking.TennisCourt;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * A reservation that the sandbox holds.
 *
 * @param start in the venue's zone
 * @param end in the venue's zone
 * @param guests as it was sent
 * @param holder the occupant's id, or {@link #SOMEBODY}
 * @param madeAt by the sandbox's clock
 */
public record Reservation(
    long id,
    TennisCourt court,
    ZonedDateTime start,
    ZonedDateTime end,
    String guests,
    String holder,
    boolean cancelled,
    Instant madeAt) {

  /** The holder of reservations that other people made. */
  public static final String SOMEBODY = "somebody";

  boolean holds(SlotRequest slotRequest) {
    return !cancelled
        && court.equals(slotRequest.court())
        && start.isBefore(slotRequest.end())
        && slotRequest.start().isBefore(end);
  }

  Reservation cancel() {
    return new Reservation(id, court, start, end, guests, holder, true, madeAt);
  }
}
