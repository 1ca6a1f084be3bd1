package dev.court.store;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Every request that went out, kept for good. */
public final class Attempts {
  private final Sql sql;

  Attempts(Sql sql) {
    this.sql = sql;
  }

  public void add(Attempt attempt) {
    sql.update(
        """
        INSERT INTO attempts (booking_id, number, court_id, sent_at, late_ms, round_trip_ms, answer,
          http_status, raw)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        attempt.bookingId(),
        attempt.number(),
        attempt.courtId(),
        attempt.sentAt(),
        attempt.lateMs(),
        attempt.roundTripMs(),
        attempt.answer(),
        attempt.httpStatus(),
        attempt.raw());
  }

  /** In the order they went out. */
  public List<Attempt> of(Booking booking) {
    return sql.query(
        "SELECT * FROM attempts WHERE booking_id = ? ORDER BY number", Attempts::attempt, booking.id());
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        row.getLong("booking_id"),
        row.getInt("number"),
        row.getString("court_id"),
        Sql.instant(row, "sent_at"),
        row.getLong("late_ms"),
        Sql.number(row, "round_trip_ms"),
        row.getString("answer"),
        row.getObject("http_status", Integer.class),
        row.getString("raw"));
  }
}
