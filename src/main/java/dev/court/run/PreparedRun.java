package dev.court.run;

import dev.court.store.DueBooking;
import java.util.List;

/**
 * What the first transaction of a run found and did.
 *
 * @param report bookings that ended without a try, an obstacle that keeps the run from its work,
 *     and a warning of the session's end
 * @param due to be tried, claimed by this run; empty when there is an obstacle
 * @param unknown to be settled by reading; empty when there is an obstacle
 * @param isOpeningNear whether any account has an opening soon
 */
record PreparedRun(
    RunReport report,
    List<DueBooking> due,
    List<UnknownReconciler.Candidate> unknown,
    SessionState session,
    boolean isOpeningNear) {

  boolean holdsClaims() {
    return !due.isEmpty();
  }
}
