package dev.court.store.dialect;

import dev.court.booking.SetupProblem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** Opens connections to a PostgreSQL, and makes sure that each is a session of its own. */
final class PostgresConnector {
  private static final int OLDEST = 130_000;

  /**
   * What holds for each connection unless the URL has its own; seconds. A lock is waited for within
   * the time that an answer may take. Each step of a login has a limit of its own in the driver;
   * the one for all of them keeps a server that hangs from using up each in turn.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "connectTimeout", "5",
          "loginTimeout", "10",
          "socketTimeout", "15",
          "tcpKeepAlive", "true",
          "socketFactory", WatchedSockets.class.getName(),
          "ApplicationName", "court");

  /**
   * The settings of a session, in the round trip that asks who serves it. Each statement sees what
   * was committed before it, since the first one waits for the lock of {@link
   * PostgresDialect#begin}. A machine that vanished holds its locks for three seconds, whether or
   * not something was on its way to it, and one that hangs in a transaction for eight: others wait
   * for ten. Where another process serves than the one that is expected, the settings end with this
   * statement: the session may be somebody else's in a moment.
   */
  private static final String BEGIN_SESSION =
      """
      SELECT serving.backend, current_setting('server_version_num') AS version,
        set_config('lock_timeout', '10s', is_other),
        set_config('idle_in_transaction_session_timeout', '8s', is_other),
        set_config('default_transaction_isolation', 'read committed', is_other),
        set_config('synchronous_commit',
          replace(current_setting('synchronous_commit'), 'off', 'on'), is_other),
        set_config('tcp_keepalives_idle', '1', is_other),
        set_config('tcp_keepalives_interval', '1', is_other),
        set_config('tcp_keepalives_count', '2', is_other),
        set_config('tcp_user_timeout', '3000', is_other)
      FROM (
        SELECT pg_backend_pid() AS backend, pg_backend_pid() <> ? AS is_other) AS serving
      """;

  private final PostgresUrl url;

  PostgresConnector(PostgresUrl url) {
    this.url = url;
  }

  /**
   * Opens a connection and prepares its session.
   *
   * @throws SetupProblem when the server is too old, or gives its sessions away
   */
  Connection connect() throws SQLException {
    Connection connection = open();
    try {
      beginSession(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Connection open() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(DEFAULTS);
    properties.putAll(url.options());
    properties.putAll(url.tls());
    if (url.user() != null) {
      properties.setProperty("user", url.user());
    }
    if (url.password() != null) {
      properties.setProperty("password", url.password().reveal());
    }
    return new Driver().connect(url.jdbc(), properties);
  }

  private void beginSession(Connection connection) throws SQLException {
    int greeted = greeted(connection);
    int serving = beginSession(connection, greeted);
    if (serving != greeted) {
      refuseSharedSessions(connection);
      beginSession(connection, serving);
    }
  }

  /** Returns the process of the server that serves this session. */
  private static int beginSession(Connection connection, int expected) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEGIN_SESSION)) {
      statement.setInt(1, expected);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        if (row.getInt("version") < OLDEST) {
          throw new SetupProblem(
              "the database is PostgreSQL %s, and court needs 13 or newer"
                  .formatted(connection.getMetaData().getDatabaseProductVersion()));
        }
        return row.getInt("backend");
      }
    }
  }

  /** The process that the server named when the connection began; a pooler names one of its own. */
  private static int greeted(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  /**
   * A pooler in transaction mode gives each transaction any of its sessions, so that locks of a
   * session are held by nobody, and by everybody. It has given its session away as soon as a second
   * connection meets it there, while this one is open.
   */
  private void refuseSharedSessions(Connection first) throws SQLException {
    try (Connection second = open()) {
      for (int round = 0; round < 2; round++) {
        if (session(first) == session(second)) {
          throw new SetupProblem(
              ("the database %s is behind a pooler in transaction mode (such as PgBouncer), which"
                      + " loses locks: set db_url to the direct connection, or to a pool in session"
                      + " mode")
                  .formatted(url.shown()));
        }
      }
    }
  }

  private static int session(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
