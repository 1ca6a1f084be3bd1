package dev.court.store.loss;

import dev.court.booking.SetupProblem;
import dev.court.files.FilePermissions;
import dev.court.files.RegularFile;
import dev.court.log.Log;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file of an H2 database, as it is looked at and deleted without H2. */
public final class DatabaseFile {
  /** Two headers of a block each; behind them begins what was stored. */
  private static final int HEADER_BYTES = 2 * 4096;

  private final Path path;
  private final Log log;

  public DatabaseFile(Path path, Log log) {
    this.path = path;
    this.log = log;
  }

  Path path() {
    return path;
  }

  boolean isThere() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether there is nothing in it, or none at all. */
  boolean isEmpty() {
    try {
      return !Files.exists(path) || Files.size(path) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  void refuseSpecial() {
    if (RegularFile.isSomethingElse(path)) {
      throw new SetupProblem(
          "cannot use the database: %s is no file: move it away".formatted(path));
    }
  }

  /** Lets only its owner read and write a new database, whatever the umask of this process says. */
  public void closeToOthers() {
    try {
      FilePermissions.closeFile(path);
    } catch (IOException e) {
      log.warn("cannot close %s to others".formatted(path), e);
    }
  }

  /** Deletes a database that could not be made to its end, and that this process still has open. */
  public void discard() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log.warn("cannot delete %s".formatted(path), e);
    }
  }

  /**
   * Deletes a file that H2 has begun and could not open: it has no more than the headers, and no
   * process has its lock, which one that goes on with it would have.
   */
  public void discardBegun() {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null && channel.size() <= HEADER_BYTES) {
        Files.delete(path);
      }
    } catch (NoSuchFileException e) {
      // H2 could not even begin it.
    } catch (IOException | OverlappingFileLockException e) {
      log.warn("cannot delete %s".formatted(path), e);
    }
  }
}
