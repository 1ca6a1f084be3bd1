package dev.court.workspace;

import dev.court.files.RegularFile;
import dev.court.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/**
 * When {@code run-due} ran last, as the time of an empty file: a row would grow the database by a
 * page each minute.
 */
public final class LastRun {
  private final Path file;

  /** The time of the latest run in a home; neither the home nor the file need exist. */
  public LastRun(Path home) {
    this.file = home.resolve("last-run");
  }

  /** Notes the time of this run. A failure is logged only, since the run must go on to book. */
  public void note(Instant now, Log log) {
    try {
      // To note the time of a pipe would wait for its other end.
      RegularFile.check(file);
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException e) {
      log.of("run").warn("the time of this run could not be noted", e);
    }
  }

  /** When the latest run began; empty before the first. */
  public Optional<Instant> at() {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
