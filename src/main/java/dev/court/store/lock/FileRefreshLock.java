package dev.court.store.lock;

import dev.court.log.Log;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The lock of the processes of one machine: the file {@code refresh.lock} of the home, which those
 * with one account hold together, and a file for each account. Each goes through {@code
 * refresh-turn.lock} first, where whoever wants them all stays until it has its turn: those who
 * hold the file together may follow each other without a gap.
 */
public final class FileRefreshLock implements RefreshLock {
  private final Path home;
  private final Duration patience;
  private final Log log;
  private final ProcessLock turn;
  private final ProcessLock all;
  private final Map<Path, ProcessLock> accounts = new ConcurrentHashMap<>();

  /** A lock for all threads of this process. Files are created when needed, and never deleted. */
  public FileRefreshLock(Path home, Log log) {
    this(home, ProcessLock.PATIENCE, log);
  }

  /**
   * Like {@link #FileRefreshLock(Path, Log)}.
   *
   * @param patience how long to wait for each of the files while another holds it
   */
  FileRefreshLock(Path home, Duration patience, Log log) {
    this.home = home;
    this.patience = patience;
    this.log = log;
    this.turn = lock("refresh-turn.lock");
    this.all = lock("refresh.lock");
  }

  @Override
  public <T> T hold(String account, Supplier<T> work) {
    ProcessLock own = accounts.computeIfAbsent(file(account), this::lock);
    Boolean unused = turn.hold(() -> true);
    return all.share(() -> own.hold(work));
  }

  @Override
  public <T> T holdAll(Supplier<T> work) {
    return turn.hold(() -> all.hold(work));
  }

  private ProcessLock lock(String name) {
    return lock(home.resolve(name));
  }

  private ProcessLock lock(Path file) {
    return new ProcessLock(file, patience, log);
  }

  /** Any name can be an account's, but not a file's. Two with one file only wait for each other. */
  private Path file(String account) {
    return home.resolve("refresh-%s.lock".formatted(Integer.toHexString(account.hashCode())));
  }
}
