package dev.court.backup;

import dev.court.booking.SetupProblem;
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

  /** Whether the database can be used as it is, so that there is nothing to accept. */
  public boolean isWell() {
    try {
      return workspace.database().isAbsent() || workspace.database().transact(store -> true);
    } catch (SetupProblem e) {
      return false;
    }
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
                  doubted[0] = rule.apply(store, workspace.now());
                });
    return isThere ? OptionalInt.of(doubted[0]) : OptionalInt.empty();
  }
}
