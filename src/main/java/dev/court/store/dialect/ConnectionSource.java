package dev.court.store.dialect;

import dev.court.booking.TemporaryTrouble;
import dev.court.log.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Opens connections, and waits while another process has the database open. */
public final class ConnectionSource {
  private static final long SHORTEST_WAIT_NANOS = 15_000_000;
  private static final long LONGEST_WAIT_NANOS = 45_000_000;

  private final Dialect dialect;
  private final Duration patience;
  private final Log log;

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

  /** Like {@link #open}, for a connection that neither creates nor changes the database. */
  public Connection openReadOnly() throws SQLException {
    return patiently(dialect::connectReadOnly);
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
