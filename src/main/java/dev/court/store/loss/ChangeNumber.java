package dev.court.store.loss;

import dev.court.store.schema.Migrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A number in the database that grows with each transaction that changes something. */
public final class ChangeNumber {
  private ChangeNumber() {}

  /** The number as this connection sees it; 0 where the database has none yet. */
  public static long read(Connection connection) throws SQLException {
    return state(connection).number();
  }

  /** The number, and what it belongs to. An older schema knows less of it. */
  static ChangeState state(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM changes")) {
      if (!row.next()) {
        return ChangeState.NONE;
      }
      ResultSetMetaData columns = row.getMetaData();
      boolean isOld = columns.getColumnCount() == 1;
      return new ChangeState(
          row.getLong("number"),
          isOld ? null : row.getString("identity"),
          !isOld && row.getObject("moved_at") != null);
    } catch (SQLException e) {
      if (Migrations.isAboutSchema(e)) {
        return ChangeState.NONE;
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

  /** Gives the database a name of its own that no other one has. */
  static void name(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE changes SET identity = ? WHERE identity IS NULL")) {
      statement.setString(1, UUID.randomUUID().toString());
      statement.executeUpdate();
    }
  }
}
