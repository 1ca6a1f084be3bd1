package dev.court.store;

import dev.court.booking.Booking;
import dev.court.booking.Schedule;
import java.time.Instant;
import java.util.List;

/** Bookings whose outcome is unknown: a request went out and its answer was lost. */
public final class UnknownBookings {
  /** The next try of a booking that cannot be asked for again: only a listing tells of it. */
  public static final Instant NEVER = Schedule.FOREVER;

  static final String UNSETTLED =
      Bookings.SELECT_BY_STATUS
          + "WHERE b.status = 'unknown' AND b.desired_time > ? AND s.account_id = ?";

  private final Sql sql;

  UnknownBookings(Sql sql) {
    this.sql = sql;
  }

  /** Unknown bookings whose start is after {@code now}. */
  public List<UnsettledBooking> unsettled(long accountId, Instant now) {
    return sql.query(
        UNSETTLED,
        row -> new UnsettledBooking(Bookings.scheduled(row), Sql.instant(row, "next_try")),
        now,
        accountId);
  }

  /**
   * Marks an unknown booking as booked, because a person says so. It counts as asked for, also
   * where no request is known.
   *
   * @return false when the booking is not unknown any more; then nothing is changed
   */
  public boolean tryResolveBooked(Booking unknown, String courtId) {
    return sql.updateOne(
        """
        UPDATE bookings SET status = 'success', booked_court_id = ?, last_error = NULL,
          open_court = NULL, attempts = GREATEST(attempts, 1)
        WHERE id = ? AND status = 'unknown'
        """,
        courtId,
        unknown.id());
  }

  /**
   * Marks an unknown booking as pending again, because a person says that it was not booked. It
   * counts as asked for, also where no request is known: one may have been sent.
   *
   * @return false when the booking is not unknown any more; then nothing is changed
   */
  public boolean tryReopen(Booking unknown, Instant nextTry) {
    return sql.updateOne(
        """
        UPDATE bookings SET status = 'pending', next_try = ?, open_court = NULL,
          attempts = GREATEST(attempts, 1)
        WHERE id = ? AND status = 'unknown'
        """,
        nextTry,
        unknown.id());
  }

  /**
   * Ends an unknown booking in whose place another time of its occurrence is booked. It counts as
   * asked for, also where no request is known: one may have been sent.
   *
   * @return false when the booking is not unknown any more; then nothing is changed
   */
  public boolean tryLetGo(Booking unknown, String reason) {
    return sql.updateOne(
        """
        UPDATE bookings SET status = 'cancelled', last_error = ?, open_court = NULL,
          attempts = GREATEST(attempts, 1)
        WHERE id = ? AND status = 'unknown'
        """,
        reason,
        unknown.id());
  }
}
