package dev.court.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * One reservation to make of an occurrence: the whole of it, or a slot.
 *
 * @param occurrence when this part is played
 * @param duration of this part
 * @param of the start of the occurrence that it is a part of
 */
public record BookingPart(Occurrence occurrence, Duration duration, Instant of) {

  /** The slots of an occurrence follow each other in elapsed time, over a clock change too. */
  static BookingPart of(Occurrence whole, Duration after, Duration slot) {
    ZonedDateTime start = whole.start().plus(after);
    Occurrence own = after.isZero() ? whole : new Occurrence(start.toLocalDateTime(), start);
    return new BookingPart(own, slot, whole.instant());
  }

  public Instant start() {
    return occurrence.instant();
  }

  private Instant end() {
    return start().plus(duration);
  }

  /**
   * Whether {@code booking} is for some of the same time, though not from the same start: made
   * before the person asked for the same occurrence in other parts.
   */
  public boolean isCoveredBy(Booking booking) {
    return booking.partOf().equals(of)
        && !booking.start().equals(start())
        && booking.start().isBefore(end())
        && booking.start().plus(booking.duration()).isAfter(start());
  }
}
