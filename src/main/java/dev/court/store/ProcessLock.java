package dev.court.store;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.files.RegularFile;
import dev.court.log.Log;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A lock between processes, and between the threads that share this object. The operating system
 * ends it with the process that holds it.
 */
public final class ProcessLock implements RefreshLock {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final Path file;
  private final Duration patience;
  private final Log log;

  /**
   * Held beside the lock of the file: a thread that only tried for that one would close the file,
   * which drops all locks that the process has on it (POSIX).
   */
  private final ReentrantLock threads = new ReentrantLock();

  /** A lock on a file. The file is created when needed, and is never deleted. */
  public ProcessLock(Path file, Log log) {
    this(file, PATIENCE, log);
  }

  /**
   * Like {@link #ProcessLock(Path, Log)}.
   *
   * @param patience how long to wait while another holds it
   */
  ProcessLock(Path file, Duration patience, Log log) {
    this.file = file;
    this.patience = patience;
    this.log = log.of("store");
  }

  /**
   * {@inheritDoc}
   *
   * @throws SetupProblem when the file cannot be opened
   */
  @Override
  public <T> T hold(Supplier<T> work) {
    if (Files.notExists(file.toAbsolutePath().getParent())) {
      // Where there is no home, there is nothing that two could change at once.
      return work.get();
    }
    refuseOther();
    awaitThreads();
    try {
      return holdFile(work);
    } finally {
      threads.unlock();
    }
  }

  private void awaitThreads() {
    try {
      if (threads.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw refusal();
  }

  @SuppressWarnings("try") // the lock is held, and not used otherwise
  private <T> T holdFile(Supplier<T> work) {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = acquire(channel)) {
      return work.get();
    } catch (IOException e) {
      throw new SetupProblem("cannot lock %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private void refuseOther() {
    if (RegularFile.isSomethingElse(file)) {
      throw new SetupProblem("cannot lock %s: it is no file: move it away".formatted(file));
    }
  }

  private FileLock acquire(FileChannel channel) throws IOException {
    long start = System.nanoTime();
    boolean hasWaited = false;
    while (System.nanoTime() - start < patience.toNanos()) {
      FileLock lock = tryLock(channel);
      if (lock != null) {
        logWait(start, hasWaited);
        return lock;
      }
      hasWaited = true;
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    throw refusal();
  }

  private TemporaryTrouble refusal() {
    return new TemporaryTrouble(
        "another court has held %s for half a minute: see whether it hangs".formatted(file));
  }

  private void logWait(long startNanos, boolean hasWaited) {
    if (hasWaited) {
      Duration wait = Duration.ofNanos(System.nanoTime() - startNanos);
      log.debug(() -> "waited %s ms for %s".formatted(wait.toMillis(), file.getFileName()));
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another thread of this process holds the lock. The caller waits for it all the same.
      return null;
    }
  }
}
