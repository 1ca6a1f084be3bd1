package dev.court.store;

import dev.court.store.dialect.Dialect;
import dev.court.store.loss.LossGuard;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread at a time use a database, and says in words what goes wrong in its turn. */
final class DatabaseTurn {
  private static final int MOST_TRIES = 100;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final Dialect dialect;
  private final Optional<LossGuard> guard;
  private final ReentrantLock turn = new ReentrantLock();

  /** Work that SQL can fail in. */
  interface SqlWork<T> {
    T run() throws SQLException;
  }

  /** What a file must be before it is opened. */
  interface GuardCheck {
    void run(LossGuard guard) throws SQLException;
  }

  DatabaseTurn(Dialect dialect, Optional<LossGuard> guard) {
    this.dialect = dialect;
    this.guard = guard;
  }

  /** The check of a file that may be any. */
  static void unguarded(LossGuard unused) {}

  /** Whether it is the turn of this thread. */
  boolean isMine() {
    return turn.isHeldByCurrentThread();
  }

  /** Work without SQL. */
  void take(Runnable work) {
    turn.lock();
    try {
      work.run();
    } finally {
      turn.unlock();
    }
  }

  /**
   * H2 opens a file once in a process: while another thread looks into it for reading only, a
   * change is refused. Nothing has been done then, and the look is over in a moment.
   */
  private <T> T insistent(SqlWork<T> work) throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        return work.run();
      } catch (StorageFault e) {
        if (tries == MOST_TRIES || !dialect.isSharedReadOnly(e.sql())) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  /**
   * Looks at the file only while this process has no connection: closing a file, however it was
   * opened, drops all locks that the process has on it (POSIX), H2's too.
   */
  <T> T take(GuardCheck check, SqlWork<T> work) {
    turn.lock();
    try {
      if (turn.getHoldCount() == 1 && guard.isPresent()) {
        check.run(guard.get());
      }
      return insistent(work);
    } catch (StorageFault e) {
      throw dialect.problem(e.sql());
    } catch (SQLException e) {
      throw dialect.problem(e);
    } finally {
      turn.unlock();
    }
  }
}
