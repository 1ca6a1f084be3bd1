package dev.court.store.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What differs from one database to another; the SQL of the tables is the same for all. Another
 * database needs one more implementation, chosen in {@link #of}.
 */
public interface Dialect {

  static Dialect of(String url) {
    return H2Dialect.accepts(url) ? new H2Dialect(url) : new StandardDialect(url);
  }

  /** The whole JDBC URL, which may contain a password. */
  String url();

  Connection connect() throws SQLException;

  /** Opens a connection that neither creates nor changes the database. */
  Connection connectReadOnly() throws SQLException;

  /** Whether a connection failed only because another process has the database open now. */
  boolean isHeldElsewhere(SQLException e);

  /** Whether a change failed only because this process has the database open for reading too. */
  boolean isSharedReadOnly(SQLException e);

  /** Whether a read-only connection failed because there is no database yet. */
  boolean isAbsent(SQLException e);

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

  /** The file that holds the database; empty when it is on a server, which checks its own files. */
  Optional<Path> file();

  /** What a person can do when the database cannot be used. */
  String remedy();
}
