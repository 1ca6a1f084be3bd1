package dev.court.store.lock;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.files.FileTrouble;
import dev.court.log.Log;
import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Locks a file for this process, as the operating system keeps processes apart.
 *
 * @param patience how long to wait while another holds it
 */
record FileLocker(Path file, Duration patience, Log log) {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  /**
   * Waits for the lock.
   *
   * @param isShared whether others may have it at the same time in the same way
   * @throws TemporaryTrouble when another holds it for longer than the patience
   * @throws SetupProblem when the file cannot be opened
   */
  FileLock locked(boolean isShared) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
      FileLock lock = null;
      try {
        lock = acquire(channel, isShared);
        return lock;
      } finally {
        if (lock == null) {
          close(channel);
        }
      }
    } catch (IOException e) {
      throw new SetupProblem("cannot lock %s: %s".formatted(file, FileTrouble.reason(e)), e);
    }
  }

  private FileLock acquire(FileChannel channel, boolean isShared) throws IOException {
    long start = System.nanoTime();
    boolean hasWaited = false;
    while (System.nanoTime() - start < patience.toNanos()) {
      FileLock lock = tryLock(channel, isShared);
      if (lock != null) {
        logWait(start, hasWaited);
        return lock;
      }
      hasWaited = true;
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    throw refusal();
  }

  TemporaryTrouble refusal() {
    return new TemporaryTrouble(
        "another court has held %s for half a minute: see whether it hangs".formatted(file));
  }

  private void logWait(long startNanos, boolean hasWaited) {
    if (hasWaited) {
      Duration wait = Duration.ofNanos(System.nanoTime() - startNanos);
      log.debug(() -> "waited %s ms for %s".formatted(wait.toMillis(), file.getFileName()));
    }
  }

  private static FileLock tryLock(FileChannel channel, boolean isShared) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, isShared);
    } catch (OverlappingFileLockException e) {
      // Another thread of this process holds the lock. The caller waits for it all the same.
      return null;
    }
  }

  /** Ends the lock, and closes the file. */
  static void end(FileLock lock) {
    close(lock.acquiredBy());
  }

  private static void close(Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process.
    }
  }
}
