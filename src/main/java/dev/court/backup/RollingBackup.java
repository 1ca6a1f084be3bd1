package dev.court.backup;

import dev.court.booking.Problem;
import dev.court.log.Log;
import dev.court.store.Store;
import dev.court.workspace.StopSignal;
import dev.court.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes a backup a day, and keeps those of a week. While it is made, no other process can use the
 * database, for seconds after years of use: so none is made while an opening is near or a run holds
 * a claim.
 */
public final class RollingBackup {
  private static final Duration EVERY = Duration.ofHours(24);

  /** Where one cannot be made, as on a full disk, it is not tried each minute. */
  private static final Duration NEXT_TRY = Duration.ofHours(1);

  private static final Duration NEAR = Duration.ofMinutes(10);

  private final Workspace workspace;
  private final BackupFolder folder;
  private final StopSignal stop;
  private final Log log;

  public RollingBackup(Workspace workspace, BackupFolder folder, StopSignal stop) {
    this.workspace = workspace;
    this.folder = folder;
    this.stop = stop;
    this.log = workspace.log().of("backup");
  }

  /** Comes at the end of a run. A failure is logged only, since the run has done its work. */
  public void makeIfDue() {
    Instant now = workspace.now();
    try {
      if (isDue(now) && workspace.database().transact(store -> isQuiet(store, now))) {
        make(now);
      }
    } catch (IOException | Problem e) {
      log.warn("no backup could be made", e);
    }
  }

  private boolean isDue(Instant now) throws IOException {
    if (stop.isRaised() || workspace.database().file().isEmpty()) {
      return false;
    }
    Optional<Instant> lastTry = folder.lastTry();
    if (lastTry.isEmpty()) {
      // A new home has nothing to lose yet.
      folder.noteTry(now);
      return false;
    }
    return isPast(lastTry.get(), NEXT_TRY, now)
        && folder.newest().map(newest -> isPast(newest, EVERY, now)).orElse(true);
  }

  /** A time ahead was noted by a clock that was wrong. */
  private static boolean isPast(Instant time, Duration span, Instant now) {
    return Duration.between(time, now).abs().compareTo(span) >= 0;
  }

  private static boolean isQuiet(Store store, Instant now) {
    return store.claims().owners().isEmpty()
        && !store.dueBookings().isAnyNear(now.minus(NEAR), now, now.plus(NEAR));
  }

  private void make(Instant now) throws IOException {
    try {
      folder.noteTry(now);
      workspace.database().backUp(folder.unfinished());
      folder.publish(now);
      log.info("made a backup");
    } finally {
      folder.discardUnfinished();
      folder.noteTry(now);
    }
  }
}
