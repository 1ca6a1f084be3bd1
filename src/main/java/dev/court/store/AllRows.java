package dev.court.store;

import dev.court.store.schema.Migrations;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All rows of all tables, for a move to another database. What is about the database itself, or the
 * machines that use it, stays behind.
 */
public final class AllRows {
  /** A table after those that its rows refer to. */
  public static final List<String> TABLES =
      List.of(
          "accounts",
          "schedules",
          "bookings",
          "attempts",
          "tokens",
          "credentials",
          "outbox",
          "troubles",
          "feed_events",
          "away");

  private static final List<String> NUMBERED =
      List.of("accounts", "schedules", "bookings", "outbox", "away");

  private final Sql sql;
  private final Map<String, Map<String, ColumnKind>> kinds = new HashMap<>();

  AllRows(Sql sql) {
    this.sql = sql;
  }

  /** The schema that the rows are of. */
  public int schema() {
    return Migrations.NEWEST;
  }

  /** Whether a run holds a booking, whose end is written down only later. */
  public boolean isAnyClaimed() {
    return sql.exists("SELECT 1 FROM bookings WHERE status = 'in_flight'");
  }

  /** Whether there is anything that a person has put in. */
  public boolean isEmpty() {
    return List.of("schedules", "tokens", "credentials", "away").stream()
        .noneMatch(table -> sql.exists("SELECT 1 FROM " + table));
  }

  /** Deletes what a run leaves in an empty home. */
  public void clear() {
    List<String> backwards = new ArrayList<>(TABLES);
    Collections.reverse(backwards);
    backwards.forEach(table -> sql.update("DELETE FROM " + table));
  }

  /** Gives each row of a table; a value is a text, a number, a truth value or null. */
  public void each(String table, Consumer<Map<String, Object>> taker) {
    sql.each("SELECT * FROM %s ORDER BY 1, 2".formatted(table), AllRows::row, taker);
  }

  private static Map<String, Object> row(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(
          columns.getColumnName(i).toLowerCase(Locale.ROOT),
          ColumnKind.of(columns, i).read(row, i));
    }
    return values;
  }

  /**
   * Adds a row to a table.
   *
   * @throws IllegalArgumentException when the row is none of the table
   */
  public void add(String table, Map<String, Object> row) {
    if (!TABLES.contains(table)) {
      throw new IllegalArgumentException("no table " + table);
    }
    Map<String, ColumnKind> columns = kinds.computeIfAbsent(table, this::kinds);
    if (!columns.keySet().equals(row.keySet())) {
      throw new IllegalArgumentException("a row of %s is none".formatted(table));
    }
    sql.update(
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                table,
                String.join(", ", columns.keySet()),
                String.join(", ", Collections.nCopies(columns.size(), "?"))),
        columns.entrySet().stream()
            .map(column -> column.getValue().written(row.get(column.getKey())))
            .toArray());
  }

  /** The next rows have ids after all these. H2 ends the transaction with it. */
  public void goOnAfter() {
    for (String table : NUMBERED) {
      long next =
          1
              + sql.first("SELECT COALESCE(MAX(id), 0) FROM " + table, row -> row.getLong(1))
                  .orElse(0L);
      sql.update("ALTER TABLE %s ALTER COLUMN id RESTART WITH %s".formatted(table, next));
    }
  }

  private Map<String, ColumnKind> kinds(String table) {
    return sql.describe(
        "SELECT * FROM %s WHERE 1 = 0".formatted(table),
        columns -> {
          Map<String, ColumnKind> found = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            found.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), ColumnKind.of(columns, i));
          }
          return found;
        });
  }

  /** The kinds of columns that the schema has, on each database. */
  private enum ColumnKind {
    TEXT,
    NUMBER,
    TRUTH,
    INSTANT,
    WALL_CLOCK,
    DAY;

    static ColumnKind of(ResultSetMetaData columns, int i) throws SQLException {
      String name = columns.getColumnTypeName(i).toUpperCase(Locale.ROOT);
      return switch (JDBCType.valueOf(columns.getColumnType(i))) {
        case BIGINT, INTEGER -> NUMBER;
        case BOOLEAN, BIT -> TRUTH;
        case TIMESTAMP_WITH_TIMEZONE -> INSTANT;
        case TIMESTAMP -> name.equals("TIMESTAMPTZ") ? INSTANT : WALL_CLOCK;
        case DATE -> DAY;
        default -> TEXT;
      };
    }

    /** As JSON can say it. */
    Object read(ResultSet row, int i) throws SQLException {
      Object value =
          switch (this) {
            case TEXT -> row.getString(i);
            case NUMBER -> row.getLong(i);
            case TRUTH -> row.getBoolean(i);
            case INSTANT -> instant(row.getObject(i, OffsetDateTime.class));
            case WALL_CLOCK -> text(row.getObject(i, LocalDateTime.class));
            case DAY -> text(row.getObject(i, LocalDate.class));
          };
      return row.wasNull() ? null : value;
    }

    private static String instant(OffsetDateTime time) {
      return time == null ? null : time.toInstant().toString();
    }

    private static String text(Temporal time) {
      return time == null ? null : time.toString();
    }

    /** For the database; PostgreSQL keeps no text with a NUL in it. */
    Object written(Object value) {
      if (value == null) {
        return null;
      }
      return switch (this) {
        case TEXT -> value.toString().replace('\0', '\ufffd');
        case NUMBER, TRUTH -> value;
        case INSTANT -> Instant.parse(value.toString());
        case WALL_CLOCK -> LocalDateTime.parse(value.toString());
        case DAY -> LocalDate.parse(value.toString());
      };
    }
  }
}
