package dev.court.backup;

import dev.court.booking.SetupProblem;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.util.OptionalInt;

/** Goes on with a database that has lost something, because a person says so. */
public final class AcceptDatabase {
  private final Workspace workspace;
  private final LostTimeRule rule;

  public AcceptDatabase(Workspace workspace, LostTimeRule rule) {
    this.workspace = workspace;
    this.rule = rule;
  }

  /**
   * Whether the database can be used as it is, so that there is nothing to accept. Of a server
   * nobody can tell whether somebody has restored an older state of it.
   */
  public boolean isWell() {
    if (isOnServer()) {
      return false;
    }
    try {
      return workspace.database().isAbsent() || workspace.database().transact(store -> true);
    } catch (SetupProblem e) {
      return false;
    }
  }

  /** Whether a run of another machine lives is known by its claim alone. */
  private void refuseBesideOtherMachines(Store store) {
    if (isOnServer() && store.claims().isAnyInForce(workspace.now())) {
      throw LostTimeRule.runIsBooking();
    }
  }

  private boolean isOnServer() {
    return workspace.database().isOnServer();
  }

  /**
   * Takes what is left of the database for all that there is.
   *
   * @return how many bookings are unknown now; empty when there is no database any more
   * @throws dev.court.booking.TemporaryTrouble while a run is under way
   * @throws SetupProblem when what is left cannot be read
   */
  public OptionalInt accept() {
    rule.refuseBesideRun();
    int[] doubted = new int[1];
    boolean isThere =
        workspace
            .database()
            .accept(
                store -> {
                  rule.refuseBesideRun();
                  refuseBesideOtherMachines(store);
                  doubted[0] = rule.apply(store, workspace);
                });
    return isThere ? OptionalInt.of(doubted[0]) : OptionalInt.empty();
  }
}
