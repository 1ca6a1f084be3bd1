package dev.court.doctor;

import dev.court.backup.Backup;
import dev.court.backup.BackupFolder;
import dev.court.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Checks that there is a backup of these days. */
final class BackupCheck implements Check {
  private static final Duration OLD = Duration.ofDays(3);

  private final BackupFolder folder;
  private final Lazy<Database> database;
  private final InstantSource clock;

  BackupCheck(BackupFolder folder, Lazy<Database> database, InstantSource clock) {
    this.folder = folder;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String subject() {
    return "backup";
  }

  @Override
  public Finding look() {
    if (database.orSkip().file().isEmpty()) {
      return Finding.ok(subject(), "the database is on a server, which has its own");
    }
    List<Backup> all = folder.all();
    if (all.isEmpty()) {
      return Finding.ok(subject(), "none yet: run-due makes one a day");
    }
    Backup newest = all.get(0);
    String found = "%s kept, the newest of %s".formatted(all.size(), newest.made());
    return newest.made().isBefore(clock.instant().minus(OLD))
        ? Finding.warning(
            subject(), found + ": court.log says why run-due makes none, once an hour")
        : Finding.ok(subject(), found);
  }
}
