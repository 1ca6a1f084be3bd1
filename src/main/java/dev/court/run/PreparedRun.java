package dev.court.run;

import dev.court.booking.Booking;
import dev.court.store.DueBooking;
import dev.court.store.HeldClaim;
import java.util.List;

/**
 * What the first transaction of a run found and did.
 *
 * @param report bookings that ended without a try, an obstacle that keeps the run from its work,
 *     and a warning of the session's end
 * @param due to be tried, claimed by this run; empty when there is an obstacle
 * @param leftOut due too, but not claimed: other bookings of the account have each of their courts
 * @param unknown to be settled by reading; empty when there is an obstacle
 * @param recovered the bookings that claims of dead runs were ended for
 * @param elsewhere what living runs of other machines hold
 * @param isOpeningNear whether any account has an opening soon
 */
record PreparedRun(
    RunReport report,
    List<DueBooking> due,
    List<DueBooking> leftOut,
    List<UnknownReconciler.Candidate> unknown,
    List<Booking> recovered,
    SessionState session,
    List<HeldClaim> elsewhere,
    boolean isOpeningNear) {

  /** A run sends by its claims, and the shot files of dead runs are removed after it. */
  boolean isToOutliveAPowerCut() {
    return !due.isEmpty() || !recovered.isEmpty();
  }

  /** The recovered bookings that this run does not hold: what was done for them is written down. */
  List<Booking> endedForGood() {
    return recovered.stream()
        .filter(one -> due.stream().noneMatch(held -> held.what().booking().id() == one.id()))
        .toList();
  }
}
