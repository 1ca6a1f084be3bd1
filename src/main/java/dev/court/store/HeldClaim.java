package dev.court.store;

import dev.court.booking.ScheduledBooking;
import java.time.Instant;

/**
 * A booking and the run that holds the claim on it.
 *
 * @param at the run sends nothing before this instant
 * @param run the id of the run
 * @param until the claim has expired after this instant
 * @param armed the court that the run may ask for by now, empty before the first; null when the run
 *     is not bound by that, since it holds no lock that other machines see
 */
public record HeldClaim(
    ScheduledBooking what, Instant at, String run, Instant until, String armed) {

  /** A claim of which no other machine knows anything. */
  public HeldClaim(ScheduledBooking what, Instant at, String run, Instant until) {
    this(what, at, run, until, null);
  }

  /** Whether the run asks for no court that it has not armed, and the server shows its end. */
  public boolean isFenced() {
    return armed != null;
  }

  /** Whether the run may ask for a court by now. */
  public boolean isArmed() {
    return isFenced() && !armed.isEmpty();
  }
}
