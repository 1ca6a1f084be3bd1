package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.Problem;
import dev.court.booking.Schedule;
import dev.court.notification.Notifier;
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
  private final Notifier notifier;

  ClaimReturn(Workspace workspace, LeaseOwner leaseOwner, ShotFiles shots, Notifier notifier) {
    this.workspace = workspace;
    this.leaseOwner = leaseOwner;
    this.shots = shots;
    this.notifier = notifier;
  }

  /**
   * When that fails, a later run finds the claims of a dead run, of which nothing was sent.
   *
   * @return losses that were to be told with these bookings, where nobody wants them any more
   */
  RunReport giveBack(List<DueBooking> unsent) {
    if (unsent.isEmpty()) {
      return RunReport.NOTHING;
    }
    try {
      RunReport left = workspace.database().transactDurably(store -> giveBack(store, unsent));
      unsent.forEach(one -> shots.delete(one.what().booking()));
      return left;
    } catch (Problem e) {
      workspace.log().of("run").warn("claims could not be given back", e);
      return RunReport.NOTHING;
    }
  }

  private RunReport giveBack(Store store, List<DueBooking> unsent) {
    return unsent.stream()
        .map(one -> giveBack(store, one))
        .reduce(RunReport.NOTHING, RunReport::and);
  }

  private RunReport giveBack(Store store, DueBooking unsent) {
    Booking booking = unsent.what().booking();
    // the claim ends now, so its time does not matter
    HeldClaim held = new HeldClaim(unsent.what(), unsent.at(), leaseOwner.id(), workspace.now());
    if (!store.claims().tryRelease(held)) {
      return RunReport.NOTHING;
    }
    new RunLog(workspace.log()).givenBack(booking);
    Schedule claimed = unsent.what().schedule();
    RunTransaction transaction = new RunTransaction(store, claimed.accountId(), workspace.now());
    return new WantedNow(workspace.venue(), store, transaction.now())
        .alignIfChanged(unsent.what())
        .map(given -> new StatusChange(transaction, notifier).ofLossBeside(claimed, given))
        .orElse(RunReport.NOTHING);
  }
}
