package dev.court.store;

import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.ScheduledBooking;
import java.time.Instant;
import java.util.Optional;

/**
 * A pending booking that a run is to try.
 *
 * @param at the run sends nothing before this instant: the opening, or a later instant that an
 *     earlier run set
 * @param courts to ask for, best first: those of the booking, without those that other bookings of
 *     the account have or ask for
 * @param epoch how often the booking was claimed so far
 * @param nextTime when another time of its occurrence opens that would do too, which the run is to
 *     meet if this one is not booked by then; empty when none does
 */
public record DueBooking(
    ScheduledBooking what,
    Instant at,
    CourtPreference courts,
    long epoch,
    Optional<Instant> nextTime) {

  /** A booking that may ask for each of its courts. */
  public DueBooking(ScheduledBooking what, Instant at) {
    this(what, at, 0);
  }

  /** The same, claimed so often so far. */
  DueBooking(ScheduledBooking what, Instant at, long epoch) {
    this(what, at, what.booking().courts(), epoch, Optional.empty());
  }

  /** The same after one more claim. */
  public DueBooking claimed() {
    return new DueBooking(what, at, courts, epoch + 1, nextTime);
  }

  /** The same as it was before this run looked at it. */
  public DueBooking with(Booking before) {
    return new DueBooking(
        new ScheduledBooking(what.schedule(), before), at, courts, epoch, nextTime);
  }

  /** The same booking with these courts to ask for. */
  public DueBooking asking(CourtPreference others) {
    return new DueBooking(what, at, others, epoch, nextTime);
  }

  /** The same where another time of its occurrence opens then. */
  public DueBooking until(Optional<Instant> next) {
    return new DueBooking(what, at, courts, epoch, next);
  }

  /** The booking as if its courts were those to ask for. */
  public Booking asked() {
    return what.booking().asking(courts);
  }
}
