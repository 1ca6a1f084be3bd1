package dev.court.store;

import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.ScheduledBooking;
import java.time.Instant;

/**
 * A pending booking that a run is to try.
 *
 * @param at the run sends nothing before this instant: the opening, or a later instant that an
 *     earlier run set
 * @param courts to ask for, best first: those of the booking, without those that other bookings of
 *     the account have or ask for
 */
public record DueBooking(ScheduledBooking what, Instant at, CourtPreference courts) {

  /** A booking that may ask for each of its courts. */
  public DueBooking(ScheduledBooking what, Instant at) {
    this(what, at, what.booking().courts());
  }

  /** The same as it was before this run looked at it. */
  public DueBooking with(Booking before) {
    return new DueBooking(new ScheduledBooking(what.schedule(), before), at, courts);
  }

  /** The same booking with these courts to ask for. */
  public DueBooking asking(CourtPreference others) {
    return new DueBooking(what, at, others);
  }

  /** The booking as if its courts were those to ask for. */
  public Booking asked() {
    return what.booking().asking(courts);
  }
}
