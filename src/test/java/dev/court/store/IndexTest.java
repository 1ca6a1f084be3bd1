package dev.court.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.HomeDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years of bookings do not slow down a run with nothing to do. */
@Tag("any-database")
@Tag("long-on-server")
class IndexTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
  private static final long ACCOUNT = 1;

  @TempDir Path home;

  @BeforeEach
  void ten_thousand_old_bookings_of_thirty_schedules() throws SQLException {
    HomeDatabase.transact(home, store -> store.accounts().findOrAdd("default"));
    execute(
        """
        INSERT INTO schedules (account_id, type, desired_time, zone, exdates, court_id, duration,
          guests, status, created_at, filled_with)
        SELECT 1, 'one-off', TIMESTAMP '2020-01-01 17:00:00', 'America/New_York', '', '1', 30,
          '1', 'active', TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00+00:00', ''
        FROM %s
        """
            .formatted(numbersTo(30)));
    execute(
        """
        INSERT INTO bookings (schedule_id, desired_time, wall_clock, zone, part_of, trigger_time,
          next_try, court_id, duration, guests, status, attempts)
        SELECT 1 + MOD(x, 30), TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00' + x * INTERVAL '1' HOUR,
          TIMESTAMP '2020-01-01 17:00:00', 'America/New_York',
          TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00',
          TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00',
          TIMESTAMP WITH TIME ZONE '2020-01-01 17:00:00+00:00', '1', 30, '1', 'success', 1
        FROM %s
        """
            .formatted(numbersTo(10_000)));
    if (HomeDatabase.onServer(home).isPresent()) {
      // H2's file is open for moments only, so that it never has statistics.
      execute("ANALYZE");
    }
  }

  @Test
  void due_bookings_are_found_by_the_index() throws SQLException {
    assertUses("BOOKINGS_DUE", DueBookings.DUE, NOW, NOW, ACCOUNT);
    assertUses("BOOKINGS_DUE", DueBookings.EARLIEST_TRY, ACCOUNT);
  }

  @Test
  void claimed_and_unknown_bookings_are_found_by_the_index() throws SQLException {
    assertUses("BOOKINGS_DUE", Claims.HELD, ACCOUNT);
    assertUses("BOOKINGS_DUE", Claims.HELD_BY, "run");
    assertUses("BOOKINGS_DUE", Claims.OWNERS);
    assertUses("BOOKINGS_BY_START", UnknownBookings.UNSETTLED, NOW, ACCOUNT);
  }

  @Test
  void watched_and_missed_bookings_are_found_by_the_index() throws SQLException {
    assertUses("BOOKINGS_DUE", Bookings.WATCHED, ACCOUNT);
    assertUses("BOOKINGS_BY_START", Bookings.STARTED, ACCOUNT, "pending", NOW);
  }

  @Test
  void what_a_wrong_clock_has_left_is_found_by_an_index() throws SQLException {
    assertUses("BOOKINGS_BY_START", Bookings.ENDED_AHEAD, NOW, ACCOUNT);
    assertUses("BOOKINGS_DUE", DueBookings.POSTPONED, NOW, NOW, ACCOUNT);
  }

  @Test
  void what_waits_beside_a_booked_time_is_found_by_the_index() throws SQLException {
    assertUses("BOOKINGS_DUE", Bookings.BESIDE_BOOKED, ACCOUNT);
  }

  @Test
  void a_booking_that_is_near_is_found_by_the_index() throws SQLException {
    assertUses("BOOKINGS_DUE", DueBookings.NEAR, NOW, NOW, NOW);
  }

  /** PostgreSQL has statistics, and takes either of the two that begin with the status. */
  private void assertUses(String index, String statement, Object... values) throws SQLException {
    String plan = plan(statement, values);
    if (HomeDatabase.onServer(home).isPresent()) {
      assertThat(plan)
          .containsAnyOf("BOOKINGS_DUE", "BOOKINGS_BY_START")
          .doesNotContain("SEQ SCAN ON BOOKINGS");
    } else {
      assertThat(plan).contains(index);
    }
  }

  /** How the database runs a statement of the product. */
  private String plan(String statement, Object... values) throws SQLException {
    try (Connection connection = HomeDatabase.connect(home)) {
      return String.join(
              " ",
              new Sql(connection).query("EXPLAIN " + statement, row -> row.getString(1), values))
          .toUpperCase(Locale.ROOT);
    }
  }

  private String numbersTo(int last) {
    return HomeDatabase.onServer(home).isPresent()
        ? "generate_series(1, %s) AS numbers (x)".formatted(last)
        : "SYSTEM_RANGE(1, %s)".formatted(last);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = HomeDatabase.connect(home);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
