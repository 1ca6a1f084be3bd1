package dev.court;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.log.Log;
import dev.court.store.Database;
import dev.court.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The database of a home: the H2 file in it, or a schema of its own in a PostgreSQL where the tests
 * run on one.
 */
public final class HomeDatabase {
  private HomeDatabase() {}

  /** Its URL. */
  public static String url(Path home) {
    return onServer(home).orElse("jdbc:h2:file:" + home.resolve("court"));
  }

  /** Its URL; empty where it is the H2 file, for which nothing has to be set. */
  public static Optional<String> onServer(Path home) {
    return PostgresServer.shared().map(server -> server.schema(schema(home)));
  }

  /** The clock of a server is right at the time of a test, until the test moves its own. */
  static void setClock(Path home, InstantSource clock) {
    PostgresServer.shared()
        .ifPresent(
            server ->
                server.setClock(
                    schema(home),
                    Duration.between(InstantSource.system().instant(), clock.instant())));
  }

  /** Does {@code work} in one transaction, past the command line. */
  public static <T> T transact(Path home, Function<Store, T> work) {
    try (Database database = new Database(url(home), Log.NONE)) {
      return database.transact(work);
    }
  }

  /** A connection to it past the product. */
  public static Connection connect(Path home) throws SQLException {
    Optional<String> server = onServer(home);
    return server.isPresent()
        ? PostgresServer.shared().orElseThrow().connect(schema(home))
        : DriverManager.getConnection(url(home), "sa", "");
  }

  /** Runs a statement past the product. */
  public static void execute(Path home, String sql) {
    try (Connection connection = connect(home);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String schema(Path home) {
    return "c"
        + UUID.nameUUIDFromBytes(home.toString().getBytes(UTF_8)).toString().replace("-", "");
  }
}
