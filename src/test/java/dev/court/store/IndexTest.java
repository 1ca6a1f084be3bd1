package dev.court.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years of bookings do not slow down a run with nothing to do. */
class IndexTest {
  @TempDir Path home;
  private String url;

  @BeforeEach
  void ten_thousand_old_bookings() throws SQLException {
    url = "jdbc:h2:file:" + home.resolve("court");
    new Database(url).transact(store -> store.accounts().findOrAdd("default"));
    execute(
        """
        INSERT INTO schedules (account_id, type, desired_time, zone, exdates, court_id, duration,
          guests, status, created_at, filled_with)
        VALUES (1, 'one-off', TIMESTAMP '2020-01-01 17:00:00', 'America/New_York', '', '1', 30,
          '1', 'active', TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00', '')
        """);
    execute(
        """
        INSERT INTO bookings (schedule_id, desired_time, wall_clock, zone, part_of, trigger_time,
          next_try, court_id, duration, guests, status, attempts)
        SELECT 1, DATEADD('HOUR', x, TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00'),
          TIMESTAMP '2020-01-01 17:00:00', 'America/New_York',
          TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00',
          TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00',
          TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00', '1', 30, '1', 'success', 1
        FROM SYSTEM_RANGE(1, 10000)
        """);
  }

  @Test
  void what_is_due_is_found_by_the_index() throws SQLException {
    assertThat(plan("WHERE b.status = 'pending' AND b.next_try < CURRENT_TIMESTAMP"))
        .contains("BOOKINGS_DUE");
  }

  @Test
  void what_is_held_in_doubt_or_over_is_found_by_the_index() throws SQLException {
    assertThat(plan("WHERE b.status = 'in_flight'")).contains("BOOKINGS_DUE");
    assertThat(plan("WHERE b.status = 'unknown' AND b.desired_time > CURRENT_TIMESTAMP"))
        .contains("BOOKINGS_DUE");
    assertThat(plan("WHERE b.status = 'pending' AND b.desired_time <= CURRENT_TIMESTAMP"))
        .contains("BOOKINGS_DUE");
  }

  private String plan(String where) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN " + Bookings.SELECT + where)) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
