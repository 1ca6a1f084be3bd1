package dev.court;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * Many people and years of what they booked, put straight into a database that has its tables and
 * one account, which stays the only one with something to do.
 *
 * @param accounts so many more, with a session, a schedule, a trouble that is over and a message
 *     that waits
 * @param bookings for each of them: one in ten lies ahead, and the others are over, with an attempt
 *     each
 * @param now the first booking ahead starts more than a week after it
 * @param filledWith the window and the zone by which the bookings were made, as a schedule keeps
 *     them: where they are others than in the settings, a run makes all bookings again
 */
public record ManyAccounts(int accounts, int bookings, Instant now, String filledWith) {
  private static final String WINDOW = "INTERVAL '7' DAY";

  /** The tables that have a row for each account at least. */
  public static final List<String> TABLES =
      List.of("ACCOUNTS", "SCHEDULES", "BOOKINGS", "ATTEMPTS", "TOKENS", "TROUBLES", "OUTBOX");

  /** With the settings that hold where none are set. */
  public static ManyAccounts of(int accounts, int bookings, Instant now) {
    return new ManyAccounts(accounts, bookings, now, "PT168H America/New_York");
  }

  /** Fills the database, and lets it count what it has. */
  public void fill(Connection connection) throws SQLException {
    boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements(isH2)) {
        statement.execute(sql);
      }
      statement.execute("ANALYZE");
    }
  }

  private List<String> statements(boolean isH2) {
    String people = numbers(isH2, accounts);
    return List.of(
        "INSERT INTO accounts (id, name) SELECT 10000 + x, 'person ' || x FROM " + people,
        """
        INSERT INTO tokens (account_id, access_token, refresh_token, access_expiry, refresh_expiry, refreshed_at)
        SELECT id, 'sealed', 'sealed', %1$s + INTERVAL '1' DAY, %1$s + INTERVAL '1' DAY, %1$s
        FROM accounts WHERE id > 10000
        """
            .formatted(at()),
        """
        INSERT INTO troubles (account_id, subject, reason, since, announced, is_over)
        SELECT id, 'network', 'it lasted', %1$s, FALSE, TRUE FROM accounts WHERE id > 10000
        """
            .formatted(at()),
        """
        INSERT INTO outbox (account_id, channel, subject, event, title, body, data, created_at, next_try)
        SELECT id, 'phone', 'booking:1', 'booked', 'Booked', 'Court 1', '{}', %1$s,
          %1$s + INTERVAL '1' HOUR
        FROM accounts WHERE id > 10000
        """
            .formatted(at()),
        """
        INSERT INTO schedules (id, account_id, type, desired_time, zone, rrule, exdates, court_id,
          duration, guests, status, created_at, filled_until, filled_with)
        SELECT id, id, 'recurring', TIMESTAMP '2020-01-01 17:00:00', 'America/New_York',
          'FREQ=DAILY;INTERVAL=2;BYHOUR=17;BYMINUTE=0', '', '1,2', 60, '1', 'active', %1$s,
          %1$s + INTERVAL '90' DAY, '%2$s'
        FROM accounts WHERE id > 10000
        """
            .formatted(at(), filledWith),
        """
        INSERT INTO bookings (schedule_id, desired_time, wall_clock, zone, part_of, trigger_time,
          next_try, court_id, duration, guests, status, attempts, reservation_id, booked_court_id)
        SELECT s.id, %1$s, TIMESTAMP '2026-01-01 17:00:00', 'America/New_York', %1$s, %1$s - %2$s,
          %1$s - %2$s, '1,2', 60, '1',
          CASE WHEN x > %3$s THEN 'pending' WHEN MOD(x, 10) = 0 THEN 'failed' ELSE 'success' END,
          CASE WHEN x > %3$s THEN 0 ELSE 1 END, 'r' || x, '1'
        FROM schedules s, %4$s WHERE s.id > 10000
        """
            .formatted(start(), WINDOW, over(), numbers(isH2, bookings)),
        """
        INSERT INTO attempts (booking_id, number, court_id, sent_at, late_ms, answer, http_status, raw)
        SELECT id, 1, '1', trigger_time, 2, 'booked', 201, 'an answer'
        FROM bookings WHERE schedule_id > 10000 AND attempts = 1
        """);
  }

  /** How many bookings of a person are over. */
  private int over() {
    return bookings - bookings / 10;
  }

  /** Every other day, and each account at a minute of its own. */
  private String start() {
    return "%s + (x - %s) * INTERVAL '2' DAY + INTERVAL '7' DAY + MOD(s.id, 1440) * INTERVAL '1' MINUTE"
        .formatted(at(), over());
  }

  private String at() {
    return "TIMESTAMP WITH TIME ZONE '%s'"
        .formatted(now.toString().replace("T", " ").replace("Z", "+00"));
  }

  private static String numbers(boolean isH2, int last) {
    return isH2
        ? "SYSTEM_RANGE(1, %s)".formatted(last)
        : "generate_series(1, %s) AS numbers (x)".formatted(last);
  }
}
