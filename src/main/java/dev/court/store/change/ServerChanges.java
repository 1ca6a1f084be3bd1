package dev.court.store.change;

import dev.court.booking.Problem;
import dev.court.log.Log;
import dev.court.store.dialect.ConnectionSource;
import dev.court.store.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Is told by a server, in the moment in which a change is committed, whoever made it. Has a
 * connection of its own, and opens another one when it breaks: what was missed meanwhile is found
 * by the run of the next minute.
 */
public final class ServerChanges implements ChangeFeed {
  private static final Duration LOOK_AT_CONNECTION = Duration.ofMinutes(1);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int ANSWER_SECONDS = 3;

  private final ConnectionSource connections;
  private final Dialect dialect;
  private final Log log;
  private Duration pause = SHORTEST_PAUSE;

  /** Null while there is none. */
  private volatile Connection connection;

  private volatile boolean isClosed;

  public ServerChanges(ConnectionSource connections, Dialect dialect, Log log) {
    this.connections = connections;
    this.dialect = dialect;
    this.log = log.of("store");
  }

  @Override
  public void await() throws InterruptedException {
    while (true) {
      try {
        boolean isNew = connection == null;
        if (isNew) {
          listen();
        }
        if (isNew || dialect.isTold(connection, LOOK_AT_CONNECTION)) {
          return;
        }
        if (!connection.isValid(ANSWER_SECONDS)) {
          throw new SQLException("the connection does not answer any more");
        }
      } catch (SQLException | Problem e) {
        begin(e);
      }
    }
  }

  private void listen() throws SQLException {
    Connection opened = connections.open();
    dialect.listen(opened);
    connection = opened;
    pause = SHORTEST_PAUSE;
    if (isClosed) {
      end();
    }
  }

  /** Another connection after a pause. */
  private void begin(Exception cause) throws InterruptedException {
    if (isClosed || Thread.interrupted()) {
      throw new InterruptedException();
    }
    log.debug("nobody tells of changes, until there is another connection", cause);
    end();
    Thread.sleep(pause.toMillis());
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  /** Ends the wait of the other thread, too. */
  @Override
  public void close() {
    isClosed = true;
    end();
  }

  private void end() {
    Connection open = connection;
    connection = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      log.debug("the connection that tells of changes could not be closed", e);
    }
  }
}
