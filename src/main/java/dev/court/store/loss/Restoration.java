package dev.court.store.loss;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.files.FilePermissions;
import dev.court.files.FileTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A database that was made beside another one, and takes its place. The other one is kept under
 * another name.
 */
public final class Restoration implements AutoCloseable {
  private final Path file;
  private final Path fresh;

  /**
   * Removes what an earlier one left.
   *
   * @param file the database whose place is taken; it need not exist
   * @param fresh the database that takes it
   */
  public Restoration(Path file, Path fresh) {
    this.file = file;
    this.fresh = fresh;
    close();
  }

  /**
   * Puts the one in the place of the other.
   *
   * @param aside the name of the other one from now on, in the same folder
   * @param lastCheck throws when it must not be; asked while nobody else has the database open
   * @throws TemporaryTrouble when another program has the database open
   */
  public void swap(String aside, Runnable lastCheck) {
    try {
      FilePermissions.closeFile(fresh);
      if (!Files.isRegularFile(file)) {
        move(aside);
        return;
      }
      try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE);
          FileLock lock = old.tryLock()) {
        if (lock == null) {
          throw held(null);
        }
        lastCheck.run();
        move(aside);
      }
    } catch (OverlappingFileLockException e) {
      throw held(e);
    } catch (IOException e) {
      throw new SetupProblem(
          "cannot put the backup in the place of %s: %s".formatted(file, FileTrouble.reason(e)), e);
    }
  }

  private void move(String aside) throws IOException {
    if (Files.exists(file)) {
      Files.move(file, file.resolveSibling(aside));
    }
    Files.move(fresh, file, ATOMIC_MOVE);
    // Without the new number, the old one holds, which is smaller.
    Files.move(
        new ChangeNumberFile(fresh).path(), new ChangeNumberFile(file).path(), REPLACE_EXISTING);
  }

  private static TemporaryTrouble held(Exception cause) {
    return new TemporaryTrouble(
        "the database is held by another program: try again in a moment", cause);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(fresh);
      new ChangeNumberFile(fresh).delete();
    } catch (IOException e) {
      throw new SetupProblem("cannot delete %s: %s".formatted(fresh, FileTrouble.reason(e)), e);
    }
  }
}
