package dev.court.store.dialect;

import dev.court.booking.SetupProblem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** A database server of which only its JDBC URL is known. */
public record StandardDialect(String url) implements Dialect {

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Override
  public Connection connectReadOnly() throws SQLException {
    return connect();
  }

  @Override
  public boolean isSharedReadOnly(SQLException e) {
    return false;
  }

  @Override
  public boolean isHeldElsewhere(SQLException e) {
    return false;
  }

  @Override
  public boolean isAbsent(SQLException e) {
    return false;
  }

  @Override
  public void sync(Connection connection) {
    // A commit on a server outlives a power cut.
  }

  @Override
  public void backUp(Connection connection, Path script) {
    throw onServer();
  }

  @Override
  public void fill(Connection connection, Path script) {
    throw onServer();
  }

  public static SetupProblem onServer() {
    return new SetupProblem("the database is on a server, which has its own backups");
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public String remedy() {
    return "check db_url and its server";
  }

  /** Leaves out the URL, since it may contain a password. */
  @Override
  public String toString() {
    return "StandardDialect[]";
  }
}
