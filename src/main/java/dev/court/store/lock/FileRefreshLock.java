package dev.court.store.lock;

import dev.court.log.Log;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The lock of the processes of one machine: the file {@code refresh.lock} of the home, which those
 * with one account hold together, and a file for each account.
 */
public final class FileRefreshLock implements RefreshLock {
  private final Path home;
  private final Log log;
  private final ProcessLock all;
  private final Map<Path, ProcessLock> accounts = new ConcurrentHashMap<>();

  /** A lock for all threads of this process. Files are created when needed, and never deleted. */
  public FileRefreshLock(Path home, Log log) {
    this.home = home;
    this.log = log;
    this.all = new ProcessLock(home.resolve("refresh.lock"), log);
  }

  @Override
  public <T> T hold(String account, Supplier<T> work) {
    ProcessLock own = accounts.computeIfAbsent(file(account), one -> new ProcessLock(one, log));
    return all.share(() -> own.hold(work));
  }

  @Override
  public <T> T holdAll(Supplier<T> work) {
    return all.hold(work);
  }

  /** Any name can be an account's, but not a file's. Two with one file only wait for each other. */
  private Path file(String account) {
    return home.resolve("refresh-%s.lock".formatted(Integer.toHexString(account.hashCode())));
  }
}
