package dev.court.store.machine;

import dev.court.store.dialect.ConnectionSource;
import dev.court.store.dialect.Dialect;
import dev.court.store.dialect.RunLocks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Shows the machines that share a server which runs live, and waits for the end of one. Safe for
 * use by many threads.
 */
public final class LivingRuns implements AutoCloseable {
  private final ConnectionSource connections;
  private final Dialect dialect;
  private final RunLocks locks;
  private final Set<String> held = new HashSet<>();
  private Connection own;

  /** Nothing is opened yet. */
  public LivingRuns(ConnectionSource connections, Dialect dialect, RunLocks locks) {
    this.connections = connections;
    this.dialect = dialect;
    this.locks = locks;
  }

  /**
   * Shows that a run lives, from before its first claim until it is released or the process ends.
   * All runs of a process share a connection.
   *
   * @throws dev.court.booking.Problem when the server cannot be reached
   */
  public synchronized void hold(String run) {
    try {
      if (own == null || own.isClosed()) {
        held.clear();
        own = connections.open();
      }
      if (held.add(run)) {
        locks.hold(own, run);
      }
    } catch (SQLException e) {
      close();
      throw dialect.problem(e);
    }
  }

  /** Shows that a run is over; does nothing for one that was not held. */
  public synchronized void release(String run) {
    if (!held.remove(run)) {
      return;
    }
    if (held.isEmpty()) {
      close();
    } else {
      unlock(run);
    }
  }

  private void unlock(String run) {
    try {
      locks.release(own, run);
    } catch (SQLException e) {
      // The server has ended the connection, and the lock with it.
      close();
    }
  }

  /**
   * Waits until a run of any machine has ended, with a connection of its own.
   *
   * @return false when the time was over before that
   * @throws dev.court.booking.Problem when the server went away meanwhile
   */
  public boolean awaitEnd(String run, Duration atMost) {
    try (Connection connection = connections.open()) {
      return locks.awaitEnd(connection, run, atMost);
    } catch (SQLException e) {
      throw dialect.problem(e);
    }
  }

  /** No run of this process lives any more for others. */
  @Override
  public synchronized void close() {
    try {
      if (own != null) {
        own.close();
      }
    } catch (SQLException e) {
      // The server ends the lock with the connection, whoever ended that.
    } finally {
      held.clear();
      own = null;
    }
  }
}
