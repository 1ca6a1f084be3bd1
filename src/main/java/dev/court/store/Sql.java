package dev.court.store;

import dev.court.text.Excerpt;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Runs statements on one connection. Stores instants as whole milliseconds in UTC. */
final class Sql {
  /** What a run reads to know what to do. */
  private static final Pattern CHANGES_PLANS =
      Pattern.compile(
          "\\s*(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO)"
              + " (?:schedules|bookings|tokens|away)\\b.*",
          Pattern.DOTALL);

  /** What each machine writes each minute: nothing that is booked hangs on it. */
  private static final Pattern SHOWS_MACHINE =
      Pattern.compile("\\s*(?:INSERT INTO|UPDATE|DELETE FROM) machines\\b.*", Pattern.DOTALL);

  private static final int FETCHED = 500;

  private final Connection connection;
  private boolean hasChanged;
  private boolean hasChangedPlans;

  Sql(Connection connection) {
    this.connection = connection;
  }

  @FunctionalInterface
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  <T> List<T> query(String sql, RowMapper<T> mapper, Object... values) {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(mapper.map(rows));
      }
      return result;
    } catch (SQLException e) {
      throw new StorageFault(e);
    }
  }

  /** Gives one row after the other, of which few are in memory at a time. */
  <T> void each(String sql, RowMapper<T> mapper, Consumer<T> taker) {
    try (PreparedStatement statement = prepare(sql)) {
      statement.setFetchSize(FETCHED);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.accept(mapper.map(rows));
        }
      }
    } catch (SQLException e) {
      throw new StorageFault(e);
    }
  }

  <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... values) {
    return query(sql, mapper, values).stream().findFirst();
  }

  @FunctionalInterface
  interface OnConnection<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** For what only one kind of server has. */
  <T> T ask(OnConnection<T> question) {
    try {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new StorageFault(e);
    }
  }

  @FunctionalInterface
  interface ColumnsMapper<T> {
    T map(ResultSetMetaData columns) throws SQLException;
  }

  /** What the columns of a query are. */
  <T> T describe(String sql, ColumnsMapper<T> mapper) {
    try (PreparedStatement statement = prepare(sql);
        ResultSet rows = statement.executeQuery()) {
      return mapper.map(rows.getMetaData());
    } catch (SQLException e) {
      throw new StorageFault(e);
    }
  }

  boolean exists(String sql, Object... values) {
    return first(sql, row -> true, values).isPresent();
  }

  /** Whether a conditional update found its row as expected, and changed it. */
  boolean updateOne(String sql, Object... values) {
    return update(sql, values) == 1;
  }

  /**
   * The same conditional update for each of several rows. They go to a server together: one round
   * trip for all.
   *
   * @return for each whether it found its row as expected, and changed it
   */
  List<Boolean> updateEach(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] values : rows) {
        bind(statement, values);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      noteChange(sql, IntStream.of(counts).sum());
      return IntStream.of(counts).mapToObj(count -> count == 1).toList();
    } catch (BatchUpdateException e) {
      // Its own message is the statement; what the database said is behind it.
      throw new StorageFault(e.getCause() instanceof SQLException said ? said : e);
    } catch (SQLException e) {
      throw new StorageFault(e);
    }
  }

  /** Returns the number of rows that were changed. */
  int update(String sql, Object... values) {
    try (PreparedStatement statement = prepare(sql, values)) {
      int rows = statement.executeUpdate();
      noteChange(sql, rows);
      return rows;
    } catch (SQLException e) {
      throw new StorageFault(e);
    }
  }

  /** Returns the id of the new row. */
  long insert(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
      bind(statement, values);
      statement.executeUpdate();
      noteChange(sql, 1);
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException e) {
      throw new StorageFault(e);
    }
  }

  /** Whether a row was added, changed or deleted, other than those of machines. */
  boolean hasChanged() {
    return hasChanged;
  }

  /** Whether that was a row which says what is to be booked, or a session. */
  boolean hasChangedPlans() {
    return hasChangedPlans;
  }

  private void noteChange(String sql, int rows) {
    if (rows > 0 && !SHOWS_MACHINE.matcher(sql).matches()) {
      hasChanged = true;
      hasChangedPlans = hasChangedPlans || CHANGES_PLANS.matcher(sql).matches();
    }
  }

  /**
   * Cuts a text to the length of its column: a long text must not keep a change from being stored.
   */
  static String cut(String text, int longest) {
    return Excerpt.start(text, longest);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static LocalDateTime wallClock(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class);
  }

  static Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      bind(statement, values);
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, converted(values[i]));
    }
  }

  private static Object converted(Object value) {
    return value instanceof Instant instant
        ? instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC)
        : value;
  }
}
