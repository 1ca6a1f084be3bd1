package dev.court.operation;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks at the home folder and at what stands in it beside the database. */
final class HomeChecks {
  /** Cron comes each minute; a machine may be busy. */
  private static final Duration EXPECTED = Duration.ofMinutes(5);

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private final Path home;
  private final InstantSource clock;
  private final Supplier<Optional<Problem>> setup;

  HomeChecks(Path home, InstantSource clock, Supplier<Optional<Problem>> setup) {
    this.home = home;
    this.clock = clock;
    this.setup = setup;
  }

  boolean isMade() {
    return Files.isDirectory(home);
  }

  Finding folder() {
    if (!isMade()) {
      return Finding.ok("home", home + " is not there yet: the first court add makes it");
    }
    if (!Files.isWritable(home)) {
      throw new SetupProblem("cannot write to %s: set COURT_HOME to another".formatted(home));
    }
    return isOpenToOthers()
        ? Finding.warning(
            "home", "%s can be read by others: run chmod 700 %s".formatted(home, home))
        : Finding.ok("home", home.toString());
  }

  Finding setup() {
    return setup
        .get()
        .map(problem -> Finding.trouble("set-up", problem))
        .orElseGet(() -> Finding.ok("set-up", "addresses and occupant id are set"));
  }

  Finding lastRun() {
    Optional<Instant> last = new LastRun(home).at();
    if (last.isEmpty()) {
      return Finding.warning(
          "cron", "court run-due has not run yet: crontab.example shows how to call it");
    }
    Duration ago = Duration.between(last.get(), clock.instant());
    String message = "court run-due last ran %s ago".formatted(InWords.span(ago));
    return ago.compareTo(EXPECTED) > 0
        ? Finding.warning("cron", message + ": nothing is booked until cron calls it each minute")
        : Finding.ok("cron", message);
  }

  private boolean isOpenToOthers() {
    try {
      return home.getFileSystem().supportedFileAttributeViews().contains("posix")
          && !OWNER.containsAll(Files.getPosixFilePermissions(home));
    } catch (IOException e) {
      throw new SetupProblem("cannot look at %s: let its owner be you".formatted(home), e);
    }
  }
}
