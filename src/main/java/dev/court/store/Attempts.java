package dev.court.store;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Every reservation request that was sent. Nothing is ever deleted here. */
public final class Attempts {
  private static final String COLUMNS =
      """
      a.booking_id AS a_booking_id, a.number AS a_number, a.court_id AS a_court_id,
      a.sent_at AS a_sent_at, a.late_ms AS a_late_ms, a.clock_lead_ms AS a_clock_lead_ms, a.round_trip_ms AS a_round_trip_ms,
      a.answer AS a_answer, a.http_status AS a_http_status, a.raw AS a_raw
      """;

  private final Sql sql;

  Attempts(Sql sql) {
    this.sql = sql;
  }

  /** Stores an attempt as the last of its booking; its own number is not used. */
  public void add(Attempt attempt) {
    sql.update(
        """
        INSERT INTO attempts (booking_id, number, court_id, sent_at, late_ms, clock_lead_ms,
          round_trip_ms, answer, http_status, raw)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        attempt.bookingId(),
        lastNumber(attempt.bookingId()) + 1,
        attempt.courtId(),
        attempt.sentAt(),
        attempt.lateMs(),
        attempt.clockLeadMs(),
        attempt.roundTripMs(),
        attempt.answer(),
        attempt.httpStatus(),
        attempt.raw());
  }

  /** Whether a request that was sent at that instant for that booking and court is stored. */
  public boolean has(Attempt attempt) {
    return sql.exists(
        "SELECT 1 FROM attempts WHERE booking_id = ? AND sent_at = ? AND court_id = ?",
        attempt.bookingId(),
        attempt.sentAt(),
        attempt.courtId());
  }

  private int lastNumber(long bookingId) {
    return sql.first(
            "SELECT COALESCE(MAX(number), 0) AS last FROM attempts WHERE booking_id = ?",
            row -> row.getInt("last"),
            bookingId)
        .orElse(0);
  }

  /** The attempts of a booking, in the order in which they were sent. */
  public List<Attempt> of(Booking booking) {
    return sql.query(
        "SELECT " + COLUMNS + " FROM attempts a WHERE a.booking_id = ? ORDER BY a.number",
        Attempts::attempt,
        booking.id());
  }

  /** The attempts of all bookings, of all accounts, that start in {@code [from, to)}. */
  public List<Attempt> ofBookingsBetween(Instant from, Instant to) {
    return sql.query(
        "SELECT "
            + COLUMNS
            + " FROM bookings b JOIN attempts a ON a.booking_id = b.id WHERE"
            + Bookings.OF_ANY_STATUS
            + "ORDER BY a.booking_id, a.number",
        Attempts::attempt,
        from,
        to);
  }

  /** The attempts that were sent at {@code since} or later, oldest first. */
  public List<RecordedAttempt> since(long accountId, Instant since) {
    return sql.query(
        "SELECT b.*, "
            + ScheduleRow.COLUMNS
            + ", "
            + COLUMNS
            + """
            FROM attempts a
            JOIN bookings b ON b.id = a.booking_id
            JOIN schedules s ON s.id = b.schedule_id
            WHERE s.account_id = ? AND a.sent_at >= ?
            ORDER BY a.sent_at, a.booking_id, a.number
            """,
        row -> new RecordedAttempt(Bookings.scheduled(row), attempt(row)),
        accountId,
        since);
  }

  /** An attempt and the booking it was made for. */
  public record RecordedAttempt(ScheduledBooking what, Attempt attempt) {}

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        row.getLong("a_booking_id"),
        row.getInt("a_number"),
        row.getString("a_court_id"),
        Sql.instant(row, "a_sent_at"),
        row.getLong("a_late_ms"),
        Sql.number(row, "a_clock_lead_ms"),
        Sql.number(row, "a_round_trip_ms"),
        row.getString("a_answer"),
        row.getObject("a_http_status", Integer.class),
        row.getString("a_raw"));
  }
}
