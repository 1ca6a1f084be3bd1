package dev.court.run.accounts;

import dev.court.booking.ScheduledBooking;
import dev.court.run.RunDue;
import dev.court.run.RunOptions;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Says what a run would take now; writes nothing and sends nothing. */
public final class RunRehearsal {
  private final Workspace workspace;
  private final ServedAccounts accounts;
  private final Predicate<String> isSetUp;

  /**
   * A rehearsal of one run.
   *
   * @param workspace of the account that is served where there is none yet
   * @param named the accounts to serve; empty for all
   * @param isSetUp whether the settings allow the account of a name to book
   */
  public RunRehearsal(Workspace workspace, List<String> named, Predicate<String> isSetUp) {
    this.workspace = workspace;
    this.accounts = new ServedAccounts(workspace, named);
    this.isSetUp = isSetUp;
  }

  /** The bookings by the names of their accounts; each account that would be served is there. */
  public Map<String, List<ScheduledBooking>> run(RunOptions options) {
    List<String> served = workspace.database().read((Store store) -> accounts.of(store, options));
    Map<String, List<ScheduledBooking>> due = new LinkedHashMap<>();
    for (String account : served) {
      due.put(
          account,
          workspace
              .database()
              .read(store -> RunDue.rehearse(workspace.as(account), store, options, isSetUp)));
    }
    return due;
  }
}
