package dev.court.store.loss;

import dev.court.store.schema.Migrations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A number in the database that grows with each transaction that changes something. */
public final class ChangeNumber {
  private ChangeNumber() {}

  /** The number as this connection sees it; 0 where the database has none yet. */
  public static long read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(number) FROM changes")) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      if (Migrations.isAboutSchema(e)) {
        return 0;
      }
      throw e;
    }
  }

  /** Adds one, in the transaction of the change. */
  public static void raise(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE changes SET number = number + 1");
    }
  }
}
