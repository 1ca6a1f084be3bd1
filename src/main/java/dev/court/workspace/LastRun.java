package dev.court.workspace;

import dev.court.files.RegularFile;
import dev.court.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When {@code run-due} ran last, as the time of an empty file: a row would grow the database by a
 * page each minute.
 */
public final class LastRun {
  /** A run may take a minute or two, and a machine may be busy. */
  private static final Duration LONGEST_GAP = Duration.ofMinutes(5);

  private final Path file;
  private final Path visit;

  /** The time of the latest run in a home; neither the home nor the file need exist. */
  public LastRun(Path home) {
    this.file = home.resolve("last-run");
    this.visit = home.resolve("last-visit");
  }

  /** Notes the time of this run. A failure is logged only, since the run must go on to book. */
  public void note(Instant now, Log log) {
    try {
      make(file);
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException e) {
      log.of("run").warn("the time of this run could not be noted", e);
    }
  }

  /**
   * Lets the launcher note its visits: it sets the time of a file that is there, and makes none.
   *
   * @throws IOException when the file cannot be made, or is none
   */
  public void awaitVisits() throws IOException {
    make(visit);
  }

  /** When the latest run began; empty before the first. */
  public Optional<Instant> at() {
    return time(file);
  }

  /** When the launcher came last and found nothing to do; empty before the first time. */
  public Optional<Instant> lastVisit() {
    return time(visit);
  }

  /** When run-due came last, whether or not Java was started for it. */
  public Optional<Instant> latest() {
    return Stream.concat(at().stream(), lastVisit().stream()).max(Instant::compareTo);
  }

  /** Whether it came a moment ago. After a clock was set back, that may lie in the future. */
  public static boolean isFresh(Instant last, Instant now) {
    return Duration.between(last, now).abs().compareTo(LONGEST_GAP) <= 0;
  }

  private static void make(Path file) throws IOException {
    // To note the time of a pipe would wait for its other end.
    RegularFile.check(file);
    if (!Files.exists(file)) {
      Files.createFile(file);
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }
  }

  private static Optional<Instant> time(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant())
          .filter(time -> time.isAfter(Instant.EPOCH));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
