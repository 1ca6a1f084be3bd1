package dev.court.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Years of use, put straight into a database that {@code court} made. */
final class OldBookings {
  private static final int A_SCHEDULE = 1_000;

  private static final List<String> TROUBLE =
      List.of(
          """
          INSERT INTO outbox (account_id, channel, subject, event, title, body, data, created_at,
            next_try)
          SELECT 1, 'phone', 'booking:' || (1000 + x), 'booked', 'Gebucht: Café', 'Court 1', '{}',
            TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00',
            TIMESTAMP WITH TIME ZONE '9000-01-01 00:00:00+00'
          FROM SYSTEM_RANGE(1, 50)
          """,
          """
          INSERT INTO troubles (account_id, subject, reason, since, announced, is_over)
          SELECT 1, 'trouble ' || x, 'it lasted', TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00',
            TRUE, TRUE
          FROM SYSTEM_RANGE(1, 50)
          """,
          "UPDATE attempts SET raw = 'Plätze ☃ 😀' WHERE MOD(booking_id, 1000) = 1");

  private OldBookings() {}

  /** Adds so many bookings that are over, with an attempt each, of schedules that are over too. */
  static void fill(Home home, int bookings) {
    execute(home, statements(bookings));
  }

  /** Adds messages that are still to be sent and troubles, and answers that are not plain ASCII. */
  static void trouble(Home home) {
    execute(home, TROUBLE);
  }

  private static void execute(Home home, List<String> statements) {
    try (Connection connection = DriverManager.getConnection(home.databaseUrl(), "sa", "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make old bookings", e);
    }
  }

  private static List<String> statements(int bookings) {
    return List.of(
        """
        INSERT INTO schedules (id, account_id, type, desired_time, zone, rrule, exdates, court_id,
          duration, guests, strategy, status, created_at, filled_until,
          filled_with)
        SELECT 1000 + x, account_id, 'recurring', TIMESTAMP '2000-01-01 00:00:00', zone,
          'FREQ=DAILY;COUNT=1000;BYHOUR=0;BYMINUTE=0', '', '1,2', 30, '1', 'whole', 'active', created_at,
          NULL, filled_with
        FROM schedules, SYSTEM_RANGE(1, %s) WHERE id = 1
        """
            .formatted(bookings / A_SCHEDULE),
        """
        INSERT INTO bookings (id, schedule_id, desired_time, wall_clock, zone, part_of, trigger_time,
          next_try, court_id, duration, guests, status, reservation_id, booked_court_id, attempts,
          late_ms)
        SELECT 1000 + s.id * %1$s + x, s.id, DATEADD(HOUR, 12 * x, DATE '2000-01-01'),
          DATEADD(HOUR, 12 * x, DATE '2000-01-01'), s.zone, DATEADD(HOUR, 12 * x, DATE '2000-01-01'),
          DATEADD(HOUR, 12 * x, DATE '1999-12-25'),
          DATEADD(HOUR, 12 * x, DATE '1999-12-25'), '1,2', 30, '1',
          CASE MOD(x, 10) WHEN 0 THEN 'failed' ELSE 'success' END, 400000 + x, '1', 1, 2
        FROM schedules s, SYSTEM_RANGE(1, %1$s) WHERE s.id > 1000
        """
            .formatted(A_SCHEDULE),
        """
        INSERT INTO attempts (booking_id, number, court_id, sent_at, late_ms, round_trip_ms, answer,
          http_status, raw)
        SELECT id, 1, '1', trigger_time, 2, 40, 'booked', 201, REPEAT('an answer ', 30)
        FROM bookings WHERE id > 1000
        """);
  }
}
