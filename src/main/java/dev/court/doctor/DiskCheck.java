package dev.court.doctor;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks that the disk has room for the database, which each booking writes to. */
final class DiskCheck implements Check {
  private static final long MEGA = 1L << 20;

  /** A busy year of bookings takes less. */
  private static final long COMFORTABLE = 64 * MEGA;

  /** One more run may still fit. */
  private static final long LEAST = 2 * MEGA;

  private final Path home;
  private final Lazy<Database> database;

  DiskCheck(Path home, Lazy<Database> database) {
    this.home = home;
    this.database = database;
  }

  @Override
  public String subject() {
    return "disk";
  }

  @Override
  public Finding look() {
    Path nearest = HomeCheck.nearest(place());
    Path place = Files.isDirectory(nearest) ? nearest : nearest.getParent();
    try {
      return judged(Files.getFileStore(place).getUsableSpace(), place);
    } catch (IOException e) {
      throw new Skipped("the free space in %s cannot be told".formatted(place));
    }
  }

  private Path place() {
    try {
      return database.orSkip().file().orElse(home);
    } catch (Skipped | Problem e) {
      return home;
    }
  }

  /** The finding for this number of free bytes. */
  static Finding judged(long free, Path place) {
    String found = "%s MiB free in %s".formatted(free / MEGA, place);
    if (free < LEAST) {
      throw new SetupProblem(
          found + ": bookings can no longer be kept, make room or set COURT_HOME elsewhere");
    }
    return free < COMFORTABLE
        ? Finding.warning("disk", found + ": make room before the database cannot be written")
        : Finding.ok("disk", found);
  }
}
