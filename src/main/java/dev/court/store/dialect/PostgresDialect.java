package dev.court.store.dialect;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * PostgreSQL 13 or newer, which several machines may use at once. Whatever must happen once over
 * all of them hangs on its locks.
 */
final class PostgresDialect implements ServerDialect {
  /** For a lock that is waited for up to thirty seconds. */
  private static final int LONGEST_ANSWER_MILLIS = 40_000;

  /** Tells the tables of one home from those that another schema of the database has. */
  private static final String HOME = "CAST(CAST('schema_version' AS REGCLASS) AS OID)::TEXT";

  /** The seed keeps accounts apart from the runs, whose locks are hashed too. */
  private static final String LOCK_ACCOUNT = "SELECT pg_advisory_lock(hashtextextended(?, 7162))";

  private final PostgresUrl url;
  private final PostgresConnector connector;

  PostgresDialect(PostgresUrl url) {
    this.url = url;
    this.connector = new PostgresConnector(url);
  }

  @Override
  public Connection connect() throws SQLException {
    return connector.connect();
  }

  @Override
  public Connection connectReadOnly() throws SQLException {
    Connection connection = connect();
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  @Override
  public Optional<String> place() {
    return Optional.of(url.place());
  }

  @Override
  public boolean keepsConnection() {
    return true;
  }

  @Override
  public Optional<Instant> begin(Connection connection) throws SQLException {
    return Optional.of(
        locked(
            connection,
            "SELECT pg_advisory_xact_lock(?), clock_timestamp()",
            AdvisoryLock.CHANGES));
  }

  /** Older versions hold the lock of all accounts for one, and are waited for. */
  @Override
  public void lockRefresh(Connection connection, String account) throws SQLException {
    beginToWait(connection);
    Instant unused =
        locked(
            connection,
            "SELECT pg_advisory_lock_shared(?), clock_timestamp()",
            AdvisoryLock.REFRESH);
    try (PreparedStatement own = connection.prepareStatement(LOCK_ACCOUNT)) {
      own.setString(1, account);
      own.execute();
    }
  }

  @Override
  public void lockAllRefreshes(Connection connection) throws SQLException {
    beginToWait(connection);
    Instant unused =
        locked(connection, "SELECT pg_advisory_lock(?), clock_timestamp()", AdvisoryLock.REFRESH);
  }

  /** A realm may take its time to answer the one who holds the lock. */
  private static void beginToWait(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, LONGEST_ANSWER_MILLIS);
    execute(connection, "SET lock_timeout = '30s'");
  }

  @Override
  public Optional<RunLocks> runLocks() {
    return Optional.of(new RunLocks());
  }

  /** Returns when the lock was taken. */
  private static Instant locked(Connection connection, String sql, AdvisoryLock lock)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, lock.key());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(2, OffsetDateTime.class).toInstant();
      }
    }
  }

  /** A server tells all who listen in a database, and another home may have its schema there. */
  @Override
  public void announce(Connection connection) throws SQLException {
    execute(connection, "SELECT pg_notify('court_changes', %s)".formatted(HOME));
  }

  @Override
  public void listen(Connection connection) throws SQLException {
    execute(connection, "LISTEN court_changes");
  }

  @Override
  public boolean isTold(Connection connection, Duration within) throws SQLException {
    PGConnection session = connection.unwrap(PGConnection.class);
    long end = System.nanoTime() + within.toNanos();
    for (long left = within.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
      PGNotification[] told = session.getNotifications((int) left);
      if (told != null && told.length > 0 && isOfThisHome(told, connection)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfThisHome(PGNotification[] told, Connection connection)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + HOME)) {
      row.next();
      String home = row.getString(1);
      return Stream.of(told).anyMatch(one -> one.getParameter().equals(home));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public Optional<String> name(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT CAST(pg_current_xact_id_if_assigned() AS TEXT)")) {
      row.next();
      return Optional.ofNullable(row.getString(1));
    }
  }

  @Override
  public Optional<Boolean> isCommitted(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_xact_status(CAST(? AS XID8))")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String status = String.valueOf(row.getString(1));
        return status.equals("in progress")
            ? Optional.empty()
            : Optional.of(status.equals("committed"));
      }
    }
  }

  @Override
  public Optional<ServerFacts> facts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String tls = tls(statement);
      long start = System.nanoTime();
      try (ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
        row.next();
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
        return Optional.of(
            new ServerFacts(
                url.shown(),
                "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion(),
                tls,
                url.isLoopback(),
                roundTrip,
                row.getObject(1, OffsetDateTime.class).toInstant().plus(roundTrip.dividedBy(2))));
      }
    }
  }

  /** Null for none; also where the server does not tell. */
  private static String tls(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl")) {
      return row.next() ? row.getString(1) : null;
    }
  }

  @Override
  public Problem problem(SQLException e) {
    return MemoryFault.of(e).orElseGet(() -> ofServer(e));
  }

  private Problem ofServer(SQLException e) {
    PostgresFault fault = PostgresFault.of(e);
    return fault.isTemporary()
        ? new TemporaryTrouble(
            "the database %s %s: it will be tried again".formatted(url.shown(), fault.reason()), e)
        : new SetupProblem(
            "cannot use the database %s: %s: %s"
                .formatted(url.shown(), fault.reason(), fault.remedy()),
            e);
  }

  /** Leaves out the login. */
  @Override
  public String toString() {
    return "PostgresDialect[%s]".formatted(url.shown());
  }
}
