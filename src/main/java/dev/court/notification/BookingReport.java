package dev.court.notification;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;

/**
 * How a run ended for one booking.
 *
 * @param what the booking as it is now
 * @param before the booking when the run took it
 * @param decision whether it is told
 */
public record BookingReport(
    ScheduledBooking what, Outcome outcome, Booking before, NotificationDecision decision) {

  public static BookingReport of(ScheduledBooking what, Outcome outcome, Booking before) {
    return new BookingReport(
        what, outcome, before, NotificationPolicy.outcome(outcome, before, what.booking()));
  }

  /**
   * Whether what would help is told too: not while another time would do, and not of a loss that
   * was passed on before and is told now. The person has changed the schedule since, so that a
   * remedy made from it may name what it asks for already.
   */
  public boolean isHelpTold() {
    return !(outcome instanceof Outcome.PassedOn)
        && before.status() != BookingStatus.FAILED
        && before.status() != BookingStatus.MISSED;
  }

  /** The same where the problem of the whole run is told in its place. */
  public BookingReport covered() {
    return new BookingReport(what, outcome, before, NotificationDecision.COVERED);
  }
}
