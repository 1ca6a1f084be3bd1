package dev.court.store;

import dev.court.booking.SetupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks an H2 file before it is opened. When a file was cut off, by a full disk or an incomplete
 * copy, H2 opens what is left without an error, and schedules would be lost unnoticed.
 */
final class DataFile {
  private static final Pattern FILE_URL =
      Pattern.compile("jdbc:h2:(?:file:)?(/(?:[^;\\\\]|\\\\.)*).*");
  private static final int BLOCK_BYTES = 4096;
  private static final int TRIES = 20;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(25);

  /** The header that H2 2.4 writes on closing, with the block of the last chunk in hexadecimal. */
  private static final Pattern CLOSED =
      Pattern.compile("H:2,block:([0-9a-f]{1,12}),blockSize:1000,.*\\bclean:1\\b.*");

  private DataFile() {}

  /**
   * Refuses a file that is shorter than when it was last closed. Passes over a file that is open
   * elsewhere, or whose last process was killed: its header does not say how long it is. Must not
   * be called while this process has the database open.
   *
   * @throws SetupProblem when the file is cut off
   */
  static void check(String url) {
    path(url).filter(DataFile::staysCutOff).ifPresent(DataFile::refuse);
  }

  /** Tries again, since another process that is closing the file writes its header first. */
  private static boolean staysCutOff(Path file) {
    for (int tries = 0; tries < TRIES; tries++) {
      if (!isCutOff(file)) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    return true;
  }

  private static void refuse(Path file) {
    throw new SetupProblem(
        "the database %s is cut off: put back a copy, or move it away and import again"
            .formatted(file));
  }

  /** The file of a database, which need not exist; empty when the URL names no file. */
  static Optional<Path> path(String url) {
    Matcher parts = FILE_URL.matcher(url);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(parts.group(1).replaceAll("\\\\(.)", "$1") + ".mv.db"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isCutOff(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] header = in.readNBytes(BLOCK_BYTES);
      String line = new String(header, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
      Matcher closed = CLOSED.matcher(line);
      return closed.matches()
          && Files.size(file) <= Long.parseLong(closed.group(1), 16) * BLOCK_BYTES;
    } catch (IOException e) {
      // The file is absent, or opening the database reports what is wrong with it.
      return false;
    }
  }
}
