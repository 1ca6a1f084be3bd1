package dev.court.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that an H2 database holds, read by JDBC alone: the rows, and what the tables are like. */
public final class TableContents {
  /** Order by all columns, so that it does not matter how the rows lie in the file. */
  private static final String ROWS = "SELECT * FROM %s ORDER BY %s";

  /** Names that H2 gives to indexes differ from one database to the next. */
  private static final List<String> SCHEMA =
      List.of(
          """
          SELECT table_name, column_name, ordinal_position, column_default, is_nullable, data_type,
            character_maximum_length, datetime_precision, is_identity, identity_base
          FROM information_schema.columns WHERE table_schema = 'PUBLIC' ORDER BY 1, 3
          """,
          """
          SELECT table_name, column_name, ordinal_position, is_unique,
            REGEXP_REPLACE(index_name, '^(CONSTRAINT|PRIMARY_KEY)_.*$', '') AS name
          FROM information_schema.index_columns WHERE table_schema = 'PUBLIC'
          ORDER BY 1, 2, 3, 4, 5
          """,
          """
          SELECT table_name, constraint_type, COUNT(*) FROM information_schema.table_constraints
          WHERE table_schema = 'PUBLIC'
          GROUP BY table_name, constraint_type ORDER BY table_name, constraint_type
          """);

  private TableContents() {}

  /** The rows of each table; each row by the names of its columns. */
  public static Map<String, List<Map<String, Object>>> rows(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      Map<String, List<Map<String, Object>>> all = new TreeMap<>();
      for (Map<String, Object> table :
          read(
              connection,
              "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")) {
        String name = (String) table.get("TABLE_NAME");
        all.put(name, read(connection, ROWS.formatted(name, numbersOfColumns(connection, name))));
      }
      return all;
    }
  }

  /** Columns, indexes, constraints and the numbers that come next. */
  static List<List<Map<String, Object>>> schema(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      List<List<Map<String, Object>>> all = new ArrayList<>();
      for (String sql : SCHEMA) {
        all.add(read(connection, sql));
      }
      return all;
    }
  }

  /** Runs a statement as often as there are rows of values, in one transaction. */
  static void write(String url, String sql, List<List<Object>> rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      connection.setAutoCommit(false);
      for (List<Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          statement.setObject(i + 1, row.get(i));
        }
        statement.addBatch();
      }
      statement.executeBatch();
      connection.commit();
    }
  }

  private static String numbersOfColumns(Connection connection, String table) throws SQLException {
    int columns = read(connection, "SHOW COLUMNS FROM " + table).size();
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      numbers.add(String.valueOf(i));
    }
    return String.join(", ", numbers);
  }

  private static List<Map<String, Object>> read(Connection connection, String sql)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<Map<String, Object>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
