package dev.court.store.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.booking.SetupProblem;
import dev.court.store.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Updates a database to the schema of this program, by numbered scripts that run once each. */
public final class Migrations {
  /** The newest script, {@code V<number>.sql}. */
  public static final int NEWEST = 17;

  /** 42S02 to 42S04 from H2, 42P01 from PostgreSQL. */
  private static final Pattern NO_SUCH_TABLE = Pattern.compile("42S0[234]|42P01");

  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\R");

  private Migrations() {}

  /**
   * Runs the scripts that have not run yet. Each is a transaction of its own, and between two of
   * them another machine may run the next: so the number is read again under the lock.
   *
   * @param connection in a transaction that {@link Dialect#begin} has begun, as it is afterwards
   * @return whether there were any
   * @throws SetupProblem when a newer version of the program wrote the database, or its disk has no
   *     room for the update
   */
  public static boolean run(Connection connection, Dialect dialect) throws SQLException {
    OptionalInt known = version(connection);
    if (known.isEmpty()) {
      createVersionTable(connection, dialect);
      known = version(connection);
    }
    int version = refuseNewer(known.orElse(0));
    boolean isBehind = version < NEWEST;
    if (isBehind && version > 0) {
      dialect.requireRoom();
    }
    if (isBehind) {
      dialect.gatherWrites(connection);
    }
    while (version < NEWEST) {
      apply(connection, version + 1);
      dialect.begin(connection);
      version = refuseNewer(version(connection).orElse(0));
    }
    if (isBehind) {
      dialect.writeEachCommit(connection);
    }
    return isBehind;
  }

  /**
   * Returns the version unless it is newer than this program's.
   *
   * @throws SetupProblem when it is newer
   */
  public static int refuseNewer(int version) {
    if (version > NEWEST) {
      throw new SetupProblem(
          ("the database has schema %s and this program knows %s:"
                  + " it was written by a newer court, install that one, or go back to a backup"
                  + " of before with court backup restore NAME")
              .formatted(version, NEWEST));
    }
    return version;
  }

  private static void apply(Connection connection, int number) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements(script(number))) {
        statement.execute(sql);
      }
      statement.execute("DELETE FROM schema_version");
      statement.execute("INSERT INTO schema_version (version) VALUES (" + number + ")");
    }
    connection.commit();
  }

  /**
   * The number of the newest script that ran; empty for a database without a schema. Reads the
   * table without a look at the catalogue, which would load a good part of H2 at each start.
   */
  public static OptionalInt version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
      return OptionalInt.of(row.next() ? row.getInt(1) : 0);
    } catch (SQLException e) {
      if (!isAboutSchema(e)) {
        throw e;
      }
      return OptionalInt.empty();
    }
  }

  /** Whether a statement failed because a table is not there. */
  public static boolean isAboutSchema(SQLException e) {
    return NO_SUCH_TABLE.matcher(String.valueOf(e.getSQLState())).matches();
  }

  /** The statement that did not find the table has ended the transaction, and its lock. */
  private static void createVersionTable(Connection connection, Dialect dialect)
      throws SQLException {
    connection.rollback();
    dialect.begin(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
    }
  }

  private static List<String> statements(String script) {
    return END_OF_STATEMENT.splitAsStream(script).filter(sql -> !sql.isBlank()).toList();
  }

  private static String script(int number) {
    try (InputStream in = Migrations.class.getResourceAsStream("V" + number + ".sql")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
