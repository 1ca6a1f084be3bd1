package dev.court.store.dialect;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What differs from one database to another; the SQL of the tables is the same for all. Another
 * database needs one more implementation, chosen in {@link #of}. What is said here of several
 * machines is so for a database of one machine, or one whose locks are not known.
 */
public interface Dialect {

  /**
   * The dialect for a URL; nothing is opened.
   *
   * @throws dev.court.booking.InvalidRequest when the URL names no server; the message goes on from
   *     the name of the setting, and does not repeat the URL, for the password in it
   */
  static Dialect of(String url) {
    if (H2Dialect.accepts(url)) {
      return new H2Dialect(url);
    }
    return PostgresUrl.accepts(url)
        ? new PostgresDialect(PostgresUrl.parse(url))
        : new StandardDialect(url);
  }

  /** For what is done with a file only. */
  static SetupProblem onServer() {
    return new SetupProblem("the database is on a server, which has its own backups");
  }

  Connection connect() throws SQLException;

  /** Opens a connection that neither creates nor changes the database. */
  Connection connectReadOnly() throws SQLException;

  /**
   * Whether a connection is kept from one transaction to the next. To connect to a server takes
   * several round trips; an H2 file that is open keeps all other processes out.
   */
  default boolean keepsConnection() {
    return false;
  }

  /**
   * Keeps all others from changing the database until the transaction ends; its first statement.
   * Each step of this program was made for one process at a time.
   *
   * @return the time by the clock that all machines share; empty where there is one machine
   */
  default Optional<Instant> begin(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /**
   * Waits until no other connection holds the lock of those who refresh the tokens of this account
   * or of all, and holds it until the connection ends. For servers only.
   */
  default void lockRefresh(Connection connection, String account) throws SQLException {
    throw new IllegalStateException("no lock of several machines");
  }

  /** Like {@link #lockRefresh}, for all accounts. */
  default void lockAllRefreshes(Connection connection) throws SQLException {
    throw new IllegalStateException("no lock of several machines");
  }

  /** The locks of runs on all machines; empty where there is one machine. */
  default Optional<RunLocks> runLocks() {
    return Optional.empty();
  }

  /**
   * Names a transaction that is about to be committed, so that {@link #isCommitted} can tell of it
   * when the answer is lost; empty where no answer can be lost.
   */
  default Optional<String> name(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /**
   * Whether a transaction was committed.
   *
   * @param connection another one than that of the transaction
   * @return empty while the server has not noticed that the connection is gone
   */
  default Optional<Boolean> isCommitted(Connection connection, String name) throws SQLException {
    return Optional.empty();
  }

  /** Tells those who {@link #listen} that the transaction has changed something, if it commits. */
  default void announce(Connection connection) throws SQLException {
    // Where no server tells, others look for themselves.
  }

  /** The connection is told of each {@link #announce} from now on. For servers only. */
  default void listen(Connection connection) throws SQLException {
    throw new IllegalStateException("nobody tells");
  }

  /**
   * Waits for an {@link #announce}.
   *
   * @return whether there was one; false when the time is over
   */
  default boolean isTold(Connection connection, Duration within) throws SQLException {
    throw new IllegalStateException("nobody tells");
  }

  /** Whether a connection failed only because another process has the database open now. */
  boolean isHeldElsewhere(SQLException e);

  /** Whether a change failed only because this process has the database open for reading too. */
  boolean isSharedReadOnly(SQLException e);

  /** Whether a read-only connection failed because there is no database yet. */
  boolean isAbsent(SQLException e);

  /**
   * Looks whether the disk has room for an update of the schema. H2 copies the tables that it
   * alters, and commits each statement: one that cannot be written leaves a table that is none.
   *
   * @throws SetupProblem when it has not
   */
  void requireRoom();

  /** Makes what is committed outlive a power cut. */
  void sync(Connection connection) throws SQLException;

  /**
   * Writes all tables into a new file, as SQL. To copy the database's own file would drop H2's lock
   * on it.
   *
   * @throws dev.court.booking.SetupProblem when the database is on a server
   */
  void backUp(Connection connection, Path script) throws SQLException;

  /** Fills an empty database with what {@link #backUp} wrote. */
  void fill(Connection connection, Path script) throws SQLException;

  /**
   * From now on commits may reach the file together and later, in their order. An update of the
   * schema has a commit a statement, each of which would leave a piece in the file that every start
   * reads for a minute.
   */
  default void gatherWrites(Connection connection) throws SQLException {}

  /** Ends what {@link #gatherWrites} began; each commit is in the file when it returns. */
  default void writeEachCommit(Connection connection) throws SQLException {}

  /** The file that holds the database; empty when it is on a server, which checks its own files. */
  Optional<Path> file();

  /** The server, the database and its schema, without a password; empty for a file. */
  default Optional<String> place() {
    return Optional.empty();
  }

  /** Whether the database is on a server, which takes care of its files itself. */
  boolean isServer();

  /** What a server says of itself; empty for a file. */
  default Optional<ServerFacts> facts(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /** What a person has to know of a failure. Never has a password. */
  Problem problem(SQLException e);
}
