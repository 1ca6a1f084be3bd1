package dev.court.store.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The locks by which all machines see which runs live. A run holds the lock of its id with a
 * connection of its own, and the server ends the lock with the connection: some milliseconds after
 * the process has ended, and three seconds after its packets stop. Others take the lock together
 * with each other, so that none is in the way of another one who looks.
 */
public final class RunLocks {
  /** Told by a lock that was waited for in vain. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /** What an answer may take longer than the lock is waited for. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** Runs have random ids; the seed keeps them apart from other texts that are hashed. */
  private static final String KEY = "hashtextextended(?, 7161)";

  RunLocks() {}

  /** Holds the lock of a run until the connection ends. */
  public void hold(Connection connection, String run) throws SQLException {
    call(connection, "SELECT pg_advisory_lock(" + KEY + ")", run);
  }

  /** Ends what {@link #hold} began. */
  public void release(Connection connection, String run) throws SQLException {
    call(connection, "SELECT pg_advisory_unlock(" + KEY + ")", run);
  }

  /** Whether a connection holds the lock of a run, which therefore lives. */
  public boolean isHeld(Connection connection, String run) throws SQLException {
    boolean isFree = call(connection, "SELECT pg_try_advisory_lock_shared(" + KEY + ")", run);
    if (isFree) {
      letGo(connection, run);
    }
    return !isFree;
  }

  /**
   * Waits until a run has ended.
   *
   * @param connection used for nothing else meanwhile
   * @return whether it has ended; false when the time was over before that
   */
  public boolean awaitEnd(Connection connection, String run, Duration atMost) throws SQLException {
    long millis = Math.max(1, atMost.toMillis());
    connection.setNetworkTimeout(
        Runnable::run, Math.toIntExact(Math.min(Integer.MAX_VALUE, millis + MARGIN.toMillis())));
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = " + millis);
    }
    try {
      call(connection, "SELECT pg_advisory_lock_shared(" + KEY + ")", run);
      letGo(connection, run);
      return true;
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static void letGo(Connection connection, String run) throws SQLException {
    call(connection, "SELECT pg_advisory_unlock_shared(" + KEY + ")", run);
  }

  /** Returns what a function says that says something; true for the others. */
  private static boolean call(Connection connection, String sql, String run) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, run);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return !(row.getObject(1) instanceof Boolean said) || said;
      }
    }
  }
}
