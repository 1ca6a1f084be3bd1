package dev.court.store.lock;

import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.files.RegularFile;
import dev.court.log.Log;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A lock between processes, and between the threads that share this object. The operating system
 * ends it with the process that holds it. No thread takes it twice.
 */
public final class ProcessLock {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path file;
  private final Duration patience;
  private final FileLocker locker;

  /**
   * Held beside the lock of the file: a thread that only tried for that one would close the file,
   * which drops all locks that the process has on it (POSIX).
   */
  private final ReentrantReadWriteLock threads = new ReentrantReadWriteLock();

  /** Held to change the two below: Java lets a process lock a file once, also to share it. */
  private final ReentrantLock entrance = new ReentrantLock();

  private FileLock shared;
  private int sharers;

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
    this.locker = new FileLocker(file, patience, log.of("store"));
  }

  /**
   * Does {@code work} while nobody else holds the lock.
   *
   * @throws TemporaryTrouble when another holds it for more than thirty seconds
   * @throws SetupProblem when the file cannot be opened
   */
  public <T> T hold(Supplier<T> work) {
    return beside(threads.writeLock(), () -> holdFile(work));
  }

  /**
   * Does {@code work} while others may do theirs in the same way, and nobody holds the lock alone.
   *
   * @throws TemporaryTrouble like {@link #hold}
   * @throws SetupProblem like {@link #hold}
   */
  <T> T share(Supplier<T> work) {
    return beside(threads.readLock(), () -> shareFile(work));
  }

  private <T> T beside(Lock others, Supplier<T> work) {
    if (Files.notExists(file.toAbsolutePath().getParent())) {
      // Where there is no home, there is nothing that two could change at once.
      return work.get();
    }
    if (RegularFile.isSomethingElse(file)) {
      throw new SetupProblem("cannot lock %s: it is no file: move it away".formatted(file));
    }
    return within(others, work);
  }

  private <T> T within(Lock others, Supplier<T> work) {
    await(others);
    try {
      return work.get();
    } finally {
      others.unlock();
    }
  }

  private void await(Lock others) {
    try {
      if (others.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw locker.refusal();
  }

  private <T> T holdFile(Supplier<T> work) {
    FileLock alone = locker.locked(false);
    try {
      return work.get();
    } finally {
      FileLocker.end(alone);
    }
  }

  private <T> T shareFile(Supplier<T> work) {
    within(entrance, this::enter);
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private Void enter() {
    if (sharers == 0) {
      shared = locker.locked(true);
    }
    sharers++;
    return null;
  }

  /** Does not wait: who stands at the entrance for long has found nobody inside. */
  private void leave() {
    entrance.lock();
    try {
      sharers--;
      if (sharers == 0) {
        FileLocker.end(shared);
      }
    } finally {
      entrance.unlock();
    }
  }
}
