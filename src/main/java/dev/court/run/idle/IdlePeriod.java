package dev.court.run.idle;

import dev.court.booking.Problem;
import dev.court.log.Log;
import dev.court.store.Database;
import dev.court.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Knows, in a process that lives on, until when its runs have nothing to do. What this depends on
 * is compared each time: the files, and the number of changes of a server. Whatever is odd ends the
 * period, and the next run looks for itself. For several threads.
 */
public final class IdlePeriod {
  private final Workspace workspace;
  private final Path home;
  private final Log log;
  private Optional<IdleSpan> known = Optional.empty();
  private long runs;

  /** Nothing is known yet. */
  public IdlePeriod(Workspace workspace, Path home) {
    this.workspace = workspace;
    this.home = home;
    this.log = workspace.log().of("run");
  }

  private record IdleSpan(Instant since, Instant until, Basis state) {}

  /**
   * What a run depends on.
   *
   * @param changes the number of a server; 0 where the database is a file
   * @param database the stamp of its file; nothing where it is on a server
   */
  private record Basis(long changes, FileStamps database, FileStamps outside) {}

  /**
   * A run that begins.
   *
   * @param number of the runs before it
   * @param outside what it depends on beside its database, before it has read any of it; empty
   *     where that cannot be told
   */
  public record Beginning(long number, Optional<FileStamps> outside) {}

  /** A run is about to begin: what was known does not count any more. */
  public synchronized Beginning end() {
    known = Optional.empty();
    return new Beginning(runs++, FileStamps.ofHome(home));
  }

  /**
   * A run is over that had nothing to tell. Reads the database once more, unless something is to be
   * done by each run. A failure costs nothing: the next tick runs.
   *
   * @param within how long before its opening a run takes a booking
   */
  public void begin(Beginning run, Duration within) {
    try {
      Instant now = workspace.now();
      Optional<Basis> before = state(run.outside()).filter(one -> one.database().areFine());
      Optional<Instant> until =
          before.flatMap(
              unused -> workspace.database().read(store -> IdleTime.until(store, now, within)));
      if (until.isPresent() && state(run.outside()).equals(before)) {
        know(run, new IdleSpan(now, until.get(), before.get()));
      }
    } catch (IOException | UnsupportedOperationException | Problem e) {
      log.debug("nobody knows until when there is nothing to do", e);
    }
  }

  /** A run that has begun since may meet trouble that is to be met again. */
  private synchronized void know(Beginning run, IdleSpan found) {
    if (run.number() == runs - 1) {
      known = Optional.of(found);
    }
  }

  private synchronized Optional<IdleSpan> last() {
    return known;
  }

  /** Whether a run that begins now has nothing to do. */
  public boolean holds() {
    return last().filter(this::holds).isPresent();
  }

  private boolean holds(IdleSpan last) {
    try {
      Instant now = workspace.now();
      return !now.isBefore(last.since())
          && now.isBefore(last.until())
          && state(FileStamps.ofHome(home)).equals(Optional.of(last.state()));
    } catch (IOException | UnsupportedOperationException | Problem e) {
      log.debug("nobody knows whether there is nothing to do", e);
      return false;
    }
  }

  /** Empty where the database is neither a file nor on a server. */
  private Optional<Basis> state(Optional<FileStamps> outside) throws IOException {
    Database database = workspace.database();
    if (outside.isEmpty()) {
      return Optional.empty();
    }
    if (database.isOnServer()) {
      long changes = database.transact(store -> store.nextWork().numberOfChanges());
      return Optional.of(new Basis(changes, new FileStamps(List.of()), outside.get()));
    }
    Optional<Path> file = database.file();
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(new Basis(0, FileStamps.of(home, List.of(file.get())), outside.get()));
  }
}
