package dev.court.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.log.Log;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years of bookings do not slow down a run with nothing to do. */
class IndexTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
  private static final long ACCOUNT = 1;

  @TempDir Path home;
  private String url;

  @BeforeEach
  void ten_thousand_old_bookings_of_thirty_schedules() throws SQLException {
    url = "jdbc:h2:file:" + home.resolve("court");
    new Database(url, Log.NONE).transact(store -> store.accounts().findOrAdd("default"));
    execute(
        """
        INSERT INTO schedules (account_id, type, desired_time, zone, exdates, court_id, duration,
          guests, status, created_at, filled_with)
        SELECT 1, 'one-off', TIMESTAMP '2020-01-01 17:00:00', 'America/New_York', '', '1', 30,
          '1', 'active', TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00', ''
        FROM SYSTEM_RANGE(1, 30)
        """);
    execute(
        """
        INSERT INTO bookings (schedule_id, desired_time, wall_clock, zone, part_of, trigger_time,
          next_try, court_id, duration, guests, status, attempts)
        SELECT 1 + MOD(x, 30), DATEADD('HOUR', x, TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00'),
          TIMESTAMP '2020-01-01 17:00:00', 'America/New_York',
          TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00',
          TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00',
          TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00', '1', 30, '1', 'success', 1
        FROM SYSTEM_RANGE(1, 10000)
        """);
  }

  @Test
  void due_bookings_are_found_by_the_index() throws SQLException {
    assertThat(plan(DueBookings.DUE, NOW, NOW, ACCOUNT)).contains("BOOKINGS_DUE");
    assertThat(plan(DueBookings.EARLIEST_TRY, ACCOUNT)).contains("BOOKINGS_DUE");
  }

  @Test
  void claimed_and_unknown_bookings_are_found_by_the_index() throws SQLException {
    assertThat(plan(Claims.HELD, ACCOUNT)).contains("BOOKINGS_DUE");
    assertThat(plan(Claims.OWNERS)).contains("BOOKINGS_DUE");
    assertThat(plan(UnknownBookings.UNSETTLED, NOW, ACCOUNT)).contains("BOOKINGS_BY_START");
  }

  @Test
  void watched_and_missed_bookings_are_found_by_the_index() throws SQLException {
    assertThat(plan(Bookings.WATCHED, ACCOUNT)).contains("BOOKINGS_DUE");
    assertThat(plan(Bookings.STARTED, ACCOUNT, "pending", NOW)).contains("BOOKINGS_BY_START");
  }

  @Test
  void what_a_wrong_clock_has_left_is_found_by_an_index() throws SQLException {
    assertThat(plan(Bookings.ENDED_AHEAD, NOW, ACCOUNT)).contains("BOOKINGS_BY_START");
    assertThat(plan(DueBookings.POSTPONED, NOW, NOW, ACCOUNT)).contains("BOOKINGS_DUE");
  }

  @Test
  void a_booking_that_is_near_is_found_by_the_index() throws SQLException {
    assertThat(plan(DueBookings.NEAR, NOW, NOW, NOW)).contains("BOOKINGS_DUE");
  }

  /** How H2 runs a statement of the product. */
  private String plan(String statement, Object... values) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      return new Sql(connection)
          .first("EXPLAIN " + statement, row -> row.getString(1), values)
          .orElseThrow();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
