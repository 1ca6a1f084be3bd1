package dev.court;

import dev.court.booking.Problem;
import dev.court.workspace.RunLock;
import dev.court.workspace.Workspace;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;

/** The lock of this process in its home, made for the first use case that needs it. */
final class CommandRunLock implements AutoCloseable {
  private final Function<Path, RunLock> locks;
  private final Supplier<Path> home;
  private final Supplier<Workspace> workspace;
  private RunLock lock;

  /**
   * Nothing is asked for yet.
   *
   * @param locks makes the lock in a home
   * @param workspace asked only when the lock was held
   */
  CommandRunLock(
      Function<Path, RunLock> locks, Supplier<Path> home, Supplier<Workspace> workspace) {
    this.locks = locks;
    this.home = home;
    this.workspace = workspace;
  }

  /** The same one at each call: all that a process claims has one owner. */
  synchronized RunLock get() {
    if (lock == null) {
      lock = locks.apply(home.get());
    }
    return lock;
  }

  @Override
  public synchronized void close() {
    if (lock != null && lock.isHeld()) {
      release();
      lock.close();
      workspace.get().database().runs().ifPresent(runs -> runs.release(lock.owner().id()));
    }
  }

  private void release() {
    try {
      workspace
          .get()
          .database()
          .transact(
              store -> {
                lock.release(store.claims()::owners);
                return store;
              });
    } catch (Problem e) {
      workspace.get().log().of("run").warn("the file of this run is left to a later one", e);
    }
  }
}
