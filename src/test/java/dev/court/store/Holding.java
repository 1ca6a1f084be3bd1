package dev.court.store;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Has the database open, and says so, until its standard input ends. */
final class Holding {
  private Holding() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (var connection = DriverManager.getConnection(args[0], "sa", "")) {
      System.out.println("held by " + connection.getMetaData().getUserName());
      System.in.readAllBytes();
    }
  }
}
