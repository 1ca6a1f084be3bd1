package dev.court.run.idle;

import dev.court.booking.Problem;
import dev.court.log.Log;
import dev.court.store.Database;
import dev.court.workspace.LastRun;
import dev.court.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Leaves word in the home that there is nothing to do for a while, so that the launcher need not
 * start Java. Called at the end of a run that had nothing to tell.
 */
public final class LeaveIdleNote {
  private final Workspace workspace;
  private final Path home;
  private final LastRun lastRun;
  private final Map<String, String> environment;
  private final Optional<FileStamps> program;
  private final Log log;

  /**
   * For a home.
   *
   * @param environment the variables of this process
   * @param program of what a run depends on beside the database, taken before any of it was read;
   *     empty where no launcher would read the note
   */
  public LeaveIdleNote(
      Workspace workspace,
      Path home,
      Map<String, String> environment,
      Optional<FileStamps> program) {
    this.workspace = workspace;
    this.home = home;
    this.lastRun = new LastRun(home);
    this.environment = environment;
    this.program = program;
    this.log = workspace.log().of("run");
  }

  /**
   * Reads the database once more and writes the note, unless something is to be done by each run. A
   * failure costs nothing: the next tick starts Java.
   *
   * @param within how long before its opening a run takes a booking
   */
  public void leave(Duration within) {
    OptionalLong sum = EnvironmentSum.of(environment);
    Optional<Path> file = workspace.database().file().filter(one -> home.equals(one.getParent()));
    if (sum.isEmpty() || file.isEmpty() || program.isEmpty()) {
      return;
    }
    try {
      leave(within, file.get(), sum.getAsLong());
    } catch (IOException | Problem e) {
      log.warn("no word was left for the next tick", e);
    }
  }

  private void leave(Duration within, Path file, long sum) throws IOException {
    FileStamps before = stamps(file);
    Instant now = workspace.now();
    Optional<Instant> until = read(now, within);
    // Nobody has changed it since: a change comes with another time, and while it is made nobody
    // reads.
    if (until.filter(now.plusSeconds(1)::isBefore).isPresent()
        && before.areFine()
        && stamps(file).equals(before)) {
      lastRun.awaitVisits();
      new IdleNote(home).write(now, until.get(), sum, before.and(program.get()));
    }
  }

  private Optional<Instant> read(Instant now, Duration within) {
    return workspace
        .database()
        .readSnapshot(store -> IdleTime.until(store, now, within))
        .flatMap(Database.Snapshot::found)
        .flatMap(found -> found);
  }

  private FileStamps stamps(Path file) throws IOException {
    return FileStamps.of(home, List.of(home.relativize(file)));
  }
}
