package dev.court.store;

import dev.court.booking.Booking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads which bookings are to be tried, and when. Changes nothing. */
public final class DueBookings {
  static final String DUE =
      Bookings.SELECT_BY_STATUS
          + """
          WHERE b.status IN ('pending', 'unknown') AND b.next_try < ? AND b.desired_time > ?
            AND s.account_id = ? AND s.status = 'active'
          ORDER BY b.next_try, b.id
          """;

  static final String POSTPONED =
      Bookings.SELECT_BY_STATUS
          + """
          WHERE b.status IN ('pending', 'unknown') AND b.next_try > ? AND b.next_try > b.trigger_time
            AND b.next_try < ? AND s.account_id = ?
          """;

  static final String EARLIEST_TRY =
      """
      SELECT MIN(b.next_try) AS next_try FROM bookings b LEFT JOIN schedules s ON s.id = b.schedule_id
      WHERE b.status = 'pending' AND s.account_id = ? AND s.status = 'active'
      HAVING MIN(b.next_try) IS NOT NULL
      """;

  static final String NEAR =
      """
      SELECT 1 FROM bookings
      WHERE status IN ('pending', 'in_flight') AND trigger_time < ?
        AND (trigger_time >= ? OR (status = 'in_flight' AND trigger_time >= ?))
      FETCH FIRST ROW ONLY
      """;

  private final Sql sql;

  DueBookings(Sql sql) {
    this.sql = sql;
  }

  /**
   * Pending and unknown bookings whose next try is before {@code horizon} and whose start is after
   * {@code now}, without those that are left out by a pause, or since the person is away.
   */
  public List<DueBooking> due(long accountId, Instant horizon, Instant now) {
    return sql.query(DUE, DueBookings::due, horizon, now, accountId).stream()
        .filter(one -> !one.what().schedule().leavesOut(one.what().booking()))
        .toList();
  }

  private static DueBooking due(ResultSet row) throws SQLException {
    return new DueBooking(
        Bookings.scheduled(row), Sql.instant(row, "next_try"), row.getLong("epoch"));
  }

  /** Bookings whose next try an earlier run set, to an instant after {@code now}. */
  public List<DueBooking> postponed(long accountId, Instant now) {
    return sql.query(POSTPONED, DueBookings::due, now, UnknownBookings.NEVER, accountId);
  }

  /**
   * Changes the next try of a booking, if it is still the one the caller read. A booking that was
   * asked for before its opening is not late.
   *
   * @return whether it was changed
   */
  public boolean tryPostpone(DueBooking due, Instant nextTry) {
    return sql.updateOne(
        """
        UPDATE bookings SET next_try = ?, late_ms = CASE WHEN trigger_time < ? THEN late_ms END
        WHERE id = ? AND next_try = ? AND status IN ('pending', 'unknown')
        """,
        nextTry,
        nextTry,
        due.what().booking().id(),
        due.at());
  }

  /** Lets bookings that are open and wait for another try be tried at once; watches go on. */
  public void tryAtOnce(long accountId, Instant now) {
    sql.update(
        """
        UPDATE bookings SET next_try = ?
        WHERE status = 'pending' AND next_try > ? AND trigger_time <= ? AND NOT watched
          AND schedule_id IN (SELECT id FROM schedules WHERE account_id = ?)
        """,
        now,
        now,
        now,
        accountId);
  }

  /** The next try of one booking: its opening, or a later instant that an earlier run set. */
  public Instant nextTry(Booking booking) {
    return sql.first(
            "SELECT next_try FROM bookings WHERE id = ?",
            row -> Sql.instant(row, "next_try"),
            booking.id())
        .orElseThrow();
  }

  /** The earliest next try of all pending bookings; may lie in the past. */
  public Optional<Instant> earliestTry(long accountId) {
    return sql.first(EARLIEST_TRY, row -> Sql.instant(row, "next_try"), accountId);
  }

  /**
   * Whether any account has a pending booking that opens between {@code now} and {@code horizon},
   * or a claimed one that opened after {@code since}.
   */
  public boolean isAnyNear(Instant since, Instant now, Instant horizon) {
    return sql.exists(NEAR, horizon, now, since);
  }
}
