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
 * Looks at an H2 file before it is opened. Of a file that was cut off, by a full disk or half a
 * copy, H2 takes what is left for the whole: schedules would be gone without a word.
 */
final class DataFile {
  private static final Pattern URL = Pattern.compile("jdbc:h2:(?:file:)?(/(?:[^;\\\\]|\\\\.)*).*");
  private static final int HEADER = 4096;
  private static final int LOOKS = 20;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

  /** As H2 2.4 writes it on closing: the block of the last chunk, both in hexadecimal. */
  private static final Pattern CLOSED =
      Pattern.compile("H:2,block:([0-9a-f]{1,12}),blockSize:1000,.*\\bclean:1\\b.*");

  private DataFile() {}

  /**
   * Refuses a file that is shorter than it was when it was last closed. Knows nothing of other
   * files, and of one that is open elsewhere or whose last user was killed. Not to be called while
   * this process has the database open.
   *
   * @throws SetupProblem when it is cut off
   */
  static void check(String url) {
    path(url).filter(DataFile::staysCutOff).ifPresent(DataFile::refuse);
  }

  /** Another process may be about to close it, and is between its header and its length. */
  private static boolean staysCutOff(Path file) {
    for (int look = 0; look < LOOKS; look++) {
      if (!isCutOff(file)) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return true;
  }

  private static void refuse(Path file) {
    throw new SetupProblem(
        "the database %s is cut off: put back a copy, or move it away and import again"
            .formatted(file));
  }

  /** The file of a database, which need not be there; empty when it is on a server. */
  static Optional<Path> path(String url) {
    Matcher parts = URL.matcher(url);
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
      byte[] header = in.readNBytes(HEADER);
      String line = new String(header, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
      Matcher closed = CLOSED.matcher(line);
      return closed.matches() && Files.size(file) <= Long.parseLong(closed.group(1), 16) * HEADER;
    } catch (IOException e) {
      // absent, or what opening it will complain about
      return false;
    }
  }
}
