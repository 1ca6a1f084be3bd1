package dev.court.store.dialect;

import dev.court.booking.Problem;
import dev.court.booking.SetupProblem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database of which only its JDBC URL is known. */
record StandardDialect(String url) implements ServerDialect {

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Override
  public Connection connectReadOnly() throws SQLException {
    return connect();
  }

  /** The driver manager quotes the URL, which may contain a password. */
  @Override
  public Problem problem(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return new SetupProblem(
        "cannot use the database: %s: db_url is such as postgresql://user:password@host/database"
            .concat(" or jdbc:h2:file:/folder/court")
            .formatted(message.replace(url, "db_url").lines().findFirst().orElse("")),
        message.contains(url) ? null : e);
  }

  /** Leaves out the URL, since it may contain a password. */
  @Override
  public String toString() {
    return "StandardDialect[]";
  }
}
