package dev.court.backup;

import dev.court.booking.TemporaryTrouble;
import dev.court.files.LockFolder;
import dev.court.schedule.WantedNow;
import dev.court.store.LostTime;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What holds whenever a database goes on from an older state. */
public final class LostTimeRule {
  /** A run sends by its own clock or the server's, which may be ahead. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final LockFolder runs;

  /** The rule of a home. */
  public LostTimeRule(Path home) {
    this.runs = new LockFolder(home.resolve("runs"));
  }

  /** What a run holds would not be in the database that it goes on with. */
  void refuseBesideRun() {
    if (runs.isAnyLocked()) {
      throw runIsBooking();
    }
  }

  static TemporaryTrouble runIsBooking() {
    return new TemporaryTrouble(
        "a run of court is booking now: try again when it is over, in a minute or two");
  }

  /** Returns how many bookings are unknown now. */
  int apply(Store store, Workspace workspace) {
    Instant now = workspace.now();
    int doubted = store.lostTime().doubt(now.plus(MARGIN), LostTime.WENT_BACK);
    WantedNow wanted = new WantedNow(workspace.venue(), store, now);
    store
        .lostTime()
        .releaseClaims()
        .forEach(one -> wanted.align(one.schedule().accountId(), one.booking().id()));
    return doubted;
  }
}
