package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.Problem;
import dev.court.run.shots.ShotFiles;
import dev.court.schedule.WantedNow;
import dev.court.store.DueBooking;
import dev.court.store.HeldClaim;
import dev.court.store.Store;
import dev.court.workspace.LeaseOwner;
import dev.court.workspace.Workspace;
import java.util.List;

/**
 * Gives back claims under which this run has sent nothing: the bookings are as they were before, or
 * as the person wants them by now.
 */
final class ClaimReturn {
  private final Workspace workspace;
  private final LeaseOwner leaseOwner;
  private final ShotFiles shots;

  ClaimReturn(Workspace workspace, LeaseOwner leaseOwner, ShotFiles shots) {
    this.workspace = workspace;
    this.leaseOwner = leaseOwner;
    this.shots = shots;
  }

  /** When that fails, a later run finds the claims of a dead run, of which nothing was sent. */
  void giveBack(List<DueBooking> unsent) {
    if (unsent.isEmpty()) {
      return;
    }
    try {
      workspace.durably(store -> unsent.forEach(one -> giveBack(store, one)));
      unsent.forEach(one -> shots.delete(one.what().booking()));
    } catch (Problem e) {
      workspace.log().of("run").warn("claims could not be given back", e);
    }
  }

  private void giveBack(Store store, DueBooking unsent) {
    Booking booking = unsent.what().booking();
    // the claim ends now, so its time does not matter
    HeldClaim held = new HeldClaim(unsent.what(), unsent.at(), leaseOwner.id(), workspace.now());
    if (store.claims().tryRelease(held)) {
      new WantedNow(workspace.venue(), store, workspace.now()).alignIfChanged(unsent.what());
      new RunLog(workspace.log()).givenBack(booking);
    }
  }
}
