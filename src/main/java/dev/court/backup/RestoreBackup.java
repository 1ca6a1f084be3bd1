package dev.court.backup;

import dev.court.booking.SetupProblem;
import dev.court.workspace.Workspace;

/** Puts a backup in the place of the database. */
public final class RestoreBackup {
  private final Workspace workspace;
  private final BackupFolder folder;
  private final LostTimeRule rule;

  public RestoreBackup(Workspace workspace, BackupFolder folder, LostTimeRule rule) {
    this.workspace = workspace;
    this.folder = folder;
    this.rule = rule;
  }

  /**
   * What was restored.
   *
   * @param aside the name of the file that was the database before
   * @param doubted how many bookings are unknown now
   */
  public record Restored(Backup backup, String aside, int doubted) {}

  /** Whether the database is a file; a server has its own backups. */
  public boolean isPossible() {
    return !workspace.database().isOnServer();
  }

  /**
   * The backup of that name.
   *
   * @param name null for the newest
   * @throws dev.court.booking.Problem when there is none
   */
  public Backup find(String name) {
    if (!isPossible()) {
      throw new SetupProblem(
          "the database is on a server: restore it there, then run court backup accept --yes");
    }
    return folder.find(name);
  }

  /**
   * Restores a backup. The database that was there is kept under another name; until the last
   * moment nothing is changed.
   *
   * @throws dev.court.booking.TemporaryTrouble while a run is under way
   * @throws dev.court.booking.SetupProblem when the backup is damaged, or the disk is full
   */
  public Restored restore(Backup backup) {
    rule.refuseBesideRun();
    String aside = "court.mv.db." + workspace.now().getEpochSecond();
    int[] doubted = new int[1];
    workspace
        .database()
        .restore(
            backup.file(),
            store -> doubted[0] = rule.apply(store, workspace),
            aside,
            rule::refuseBesideRun);
    return new Restored(backup, aside, doubted[0]);
  }
}
