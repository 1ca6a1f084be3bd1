package dev.court.store.dialect;

import dev.court.booking.TemporaryTrouble;
import dev.court.log.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Opens connections, and waits while another process has the database open. Keeps the connection to
 * a server from one transaction to the next. For one thread at a time.
 */
public final class ConnectionSource implements AutoCloseable {
  private static final long SHORTEST_WAIT_NANOS = 15_000_000;
  private static final long LONGEST_WAIT_NANOS = 45_000_000;

  /** A connection that was kept must answer within this. */
  private static final int ANSWER_SECONDS = 3;

  private final Dialect dialect;
  private final Duration patience;
  private final Log log;
  private Connection kept;

  public ConnectionSource(Dialect dialect, Duration patience, Log log) {
    this.dialect = dialect;
    this.patience = patience;
    this.log = log;
  }

  /**
   * Opens a connection.
   *
   * @throws TemporaryTrouble when another process has the database open for longer than the
   *     patience
   */
  public Connection open() throws SQLException {
    return patiently(dialect::connect);
  }

  /**
   * The connection for a transaction: the one that was kept, if it still answers, or a new one.
   *
   * @throws TemporaryTrouble when another process has the database open for longer than the
   *     patience
   */
  public Connection take() throws SQLException {
    Connection taken = kept;
    kept = null;
    if (taken != null && taken.isValid(ANSWER_SECONDS)) {
      return taken;
    }
    close(taken);
    return open();
  }

  /** Takes a connection back, whatever became of its transaction. */
  public void giveBack(Connection connection) throws SQLException {
    if (!dialect.keepsConnection()) {
      connection.close();
    } else if (isSound(connection)) {
      kept = connection;
    } else {
      close(connection);
    }
  }

  /** Ends a transaction that has not ended, so that nothing of it gets into the next one. */
  private static boolean isSound(Connection connection) {
    try {
      connection.rollback();
      return !connection.isClosed();
    } catch (SQLException e) {
      return false;
    }
  }

  private static void close(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // It is of no use any more, and nothing was left to be done on it.
    }
  }

  @Override
  public void close() {
    close(kept);
    kept = null;
  }

  /** Like {@link #open}, for a connection that neither creates nor changes the database. */
  public Connection openReadOnly() throws SQLException {
    return patiently(dialect::connectReadOnly);
  }

  /**
   * Whether a transaction was committed whose connection broke. Waits until the server knows.
   *
   * @throws TemporaryTrouble when it does not tell within the patience
   */
  public boolean isCommitted(String name) {
    long start = System.nanoTime();
    while (true) {
      try (Connection connection = open()) {
        Optional<Boolean> known = dialect.isCommitted(connection, name);
        if (known.isPresent()) {
          return known.get();
        }
      } catch (SQLException e) {
        refuseAfterPatience(start, e);
      }
      refuseAfterPatience(start, null);
      pause();
    }
  }

  private void refuseAfterPatience(long startNanos, SQLException cause) {
    if (System.nanoTime() - startNanos > patience.toNanos()) {
      throw new TemporaryTrouble(
          "the database went away while a change was written, and nobody knows whether it was:"
              + " the next run looks",
          cause);
    }
  }

  private interface Opening {
    Connection open() throws SQLException;
  }

  private Connection patiently(Opening opening) throws SQLException {
    long start = System.nanoTime();
    for (int tries = 1; ; tries++) {
      try {
        Connection connection = opening.open();
        logWait(start, tries);
        return connection;
      } catch (SQLException e) {
        if (!dialect.isHeldElsewhere(e)) {
          throw e;
        }
        if (System.nanoTime() - start > patience.toNanos()) {
          throw new TemporaryTrouble(
              "the database is held by another program: try again in a moment", e);
        }
      }
      pause();
    }
  }

  private void logWait(long startNanos, int tries) {
    if (tries > 1) {
      Duration wait = Duration.ofNanos(System.nanoTime() - startNanos);
      log.debug(
          () ->
              "waited %s ms for the database, which another process had open"
                  .formatted(wait.toMillis()));
    }
  }

  /** A random pause keeps two waiting processes from colliding again and again. */
  private static void pause() {
    LockSupport.parkNanos(
        ThreadLocalRandom.current().nextLong(SHORTEST_WAIT_NANOS, LONGEST_WAIT_NANOS));
  }
}
