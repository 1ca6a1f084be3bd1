package dev.court.store;

import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import java.time.Instant;
import java.util.Optional;

/**
 * A pending booking that a run is to try.
 *
 * @param at the run sends nothing before this instant: the opening, or a later instant that an
 *     earlier run set
 * @param preferred the court to ask for before the others; empty for the order of the schedule
 */
public record DueBooking(ScheduledBooking what, Instant at, Optional<String> preferred) {

  /** The same as it was before this run looked at it. */
  public DueBooking with(Booking before) {
    return new DueBooking(new ScheduledBooking(what.schedule(), before), at, preferred);
  }

  /** The same booking with a court to ask for first, if that court is one of those wanted. */
  public DueBooking preferring(String courtId) {
    return new DueBooking(what, at, Optional.of(courtId));
  }
}
