package dev.court.sandbox;

import dev.court.booking.TennisCourt;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * What the sandbox holds.
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

  /** Holds what was taken by others. */
  public static final String SOMEBODY = "somebody";

  boolean holds(SlotRequest wish) {
    return !cancelled
        && court.equals(wish.court())
        && start.isBefore(wish.end())
        && wish.start().isBefore(end);
  }

  Reservation cancel() {
    return new Reservation(id, court, start, end, guests, holder, true, madeAt);
  }
}
