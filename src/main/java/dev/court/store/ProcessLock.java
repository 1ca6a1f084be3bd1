package dev.court.store;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A lock between processes that ends with its holder, however that dies. */
public final class ProcessLock {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final Path file;

  /** A lock on a file, which is made when needed and stays. */
  public ProcessLock(Path file) {
    this.file = file;
  }

  /**
   * Does {@code work} while no other process does.
   *
   * @throws TemporaryTrouble when another process holds on for longer than thirty seconds
   */
  @SuppressWarnings("try") // holding the lock is all that is wanted of it
  public <T> T hold(Supplier<T> work) {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = acquire(channel)) {
      return work.get();
    } catch (IOException e) {
      throw new SetupProblem("cannot lock %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private FileLock acquire(FileChannel channel) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      FileLock lock = tryLock(channel);
      if (lock != null) {
        return lock;
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    throw new TemporaryTrouble(
        "another court has held %s for half a minute: see whether it hangs".formatted(file));
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by another thread of this process, which is as good as another process
      return null;
    }
  }
}
