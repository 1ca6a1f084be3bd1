package dev.court.run;

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

  /** That of a home, which need not be there. */
  public LastRun(Path home) {
    this.file = home.resolve("last-run");
  }

  /** Whatever goes wrong here is no reason not to book. */
  void note(Instant now, Log log) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException e) {
      // A full disk or a lost folder shows where it matters.
      log.of("run").warn("the time of this run could not be noted", e);
    }
  }

  /** Empty before the first. */
  public Optional<Instant> at() {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
