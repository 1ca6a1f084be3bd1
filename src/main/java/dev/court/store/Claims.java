package dev.court.store;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run's exclusive hold on bookings. A claim is a conditional update whose count says who won; it
 * is on disk before a request goes out, so that a killed run leaves a trace.
 */
public final class Claims {
  private final Sql sql;

  Claims(Sql sql) {
    this.sql = sql;
  }

  /** Pending bookings whose next try lies before {@code horizon} and whose start lies ahead. */
  public List<DueBooking> due(long accountId, Instant horizon, Instant now) {
    return sql.query(
        Bookings.SELECT
            + """
            WHERE b.status = 'pending' AND b.next_try < ? AND b.desired_time > ?
              AND s.account_id = ? AND s.status = 'active'
              AND (s.paused_until IS NULL OR b.part_of >= s.paused_until)
            ORDER BY b.next_try, b.id
            """,
        row ->
            new DueBooking(Bookings.scheduled(row), Sql.instant(row, "next_try"), Optional.empty()),
        horizon,
        now,
        accountId);
  }

  /**
   * A booking to be tried.
   *
   * @param at when, not before: its opening, or a later instant that an earlier run set
   * @param preferred the court to ask for before the others; empty for the order as it was asked
   */
  public record DueBooking(ScheduledBooking what, Instant at, Optional<String> preferred) {

    /** The same with a court to be asked for first, if it is one of those wanted. */
    public DueBooking preferring(String courtId) {
      return new DueBooking(what, at, Optional.of(courtId));
    }
  }

  /** The instant of the next try of any pending booking, for forecasts; may lie in the past. */
  public List<Instant> nextTry(long accountId) {
    return sql.query(
        """
        SELECT MIN(b.next_try) AS next_try FROM bookings b JOIN schedules s ON s.id = b.schedule_id
        WHERE b.status = 'pending' AND s.account_id = ? AND s.status = 'active'
        HAVING MIN(b.next_try) IS NOT NULL
        """,
        row -> Sql.instant(row, "next_try"),
        accountId);
  }

  /**
   * Whether any account has a booking that opens before {@code horizon}, or one that opened after
   * {@code since} and that a run is still at.
   */
  public boolean isAnyNear(Instant since, Instant now, Instant horizon) {
    return sql.first(
            """
            SELECT 1 FROM bookings
            WHERE trigger_time < ? AND (
              (status = 'pending' AND trigger_time >= ?)
              OR (status = 'in_flight' AND trigger_time >= ?))
            FETCH FIRST ROW ONLY
            """,
            row -> true,
            horizon,
            now,
            since)
        .isPresent();
  }

  /**
   * Takes hold of a booking.
   *
   * @param run who takes it
   * @param until how long the claim is believed when the run gives no sign of life
   * @return whether this run has it now
   */
  public boolean take(Booking booking, String run, Instant until) {
    return sql.update(
            """
            UPDATE bookings SET status = 'in_flight', claimed_by = ?, claimed_until = ?
            WHERE id = ? AND status = ?
            """,
            run,
            until,
            booking.id(),
            booking.status().word())
        == 1;
  }

  /** Bookings that some run holds. */
  public List<HeldClaim> held(long accountId) {
    return sql.query(
        Bookings.SELECT + "WHERE b.status = 'in_flight' AND s.account_id = ?",
        row ->
            new HeldClaim(
                Bookings.scheduled(row),
                Sql.instant(row, "next_try"),
                row.getString("claimed_by"),
                Sql.instant(row, "claimed_until")),
        accountId);
  }

  /** Bookings whose outcome is unknown and whose start lies ahead. */
  public List<UnsettledBooking> unknown(long accountId, Instant now) {
    return sql.query(
        Bookings.SELECT + "WHERE b.status = 'unknown' AND b.desired_time > ? AND s.account_id = ?",
        row -> new UnsettledBooking(Bookings.scheduled(row), Sql.instant(row, "next_try")),
        now,
        accountId);
  }

  /**
   * A booking whose outcome is unknown.
   *
   * @param conclusiveFrom an empty listing proves nothing before
   */
  public record UnsettledBooking(ScheduledBooking what, Instant conclusiveFrom) {}

  /**
   * A booking and the run that holds it.
   *
   * @param at that run sends nothing before
   */
  public record HeldClaim(ScheduledBooking what, Instant at, String run, Instant until) {}

  /**
   * Ends a claim with what came of it.
   *
   * @param settled the booking with its new status and result
   * @param nextTry when a run should look at it again
   * @return false when the claim was not this run's any more; then nothing was changed
   */
  public boolean settle(Booking settled, String run, Instant nextTry) {
    Booking.Result result = settled.result();
    return sql.update(
            """
            UPDATE bookings SET status = ?, next_try = ?, reservation_id = ?, booked_court_id = ?,
              attempts = ?, last_error = ?, late_ms = ?, watched = ?, claimed_by = NULL, claimed_until = NULL
            WHERE id = ? AND claimed_by = ? AND status = 'in_flight'
            """,
            settled.status().word(),
            nextTry,
            result.reservationId(),
            result.bookedCourtId(),
            result.attempts(),
            result.lastError(),
            result.lateMs(),
            result.watched(),
            settled.id(),
            run)
        == 1;
  }

  /**
   * Keeps a reservation that is known to be held, though this run's claim has ended meanwhile.
   *
   * @return false when another run is at it, or it is settled already
   */
  public boolean settleLate(Booking won) {
    return sql.update(
            """
            UPDATE bookings SET status = 'success', reservation_id = ?, booked_court_id = ?,
              last_error = NULL
            WHERE id = ? AND status IN ('pending', 'unknown')
            """,
            won.result().reservationId(),
            won.result().bookedCourtId(),
            won.id())
        == 1;
  }

  /** An unknown booking turned out to be booked, by the person's word. */
  public boolean resolveBooked(Booking unknown, String courtId) {
    return sql.update(
            """
            UPDATE bookings SET status = 'success', booked_court_id = ?, last_error = NULL
            WHERE id = ? AND status = 'unknown'
            """,
            courtId,
            unknown.id())
        == 1;
  }

  /** An unknown booking turned out not to be booked, by the person's word. */
  public boolean resolveOpen(Booking unknown, Instant nextTry) {
    return sql.update(
            "UPDATE bookings SET status = 'pending', next_try = ? WHERE id = ? AND status = 'unknown'",
            nextTry,
            unknown.id())
        == 1;
  }

  /** Ends the claim of a dead run that cannot have sent anything. */
  public boolean release(HeldClaim held) {
    return release(
        held, BookingStatus.PENDING, held.what().booking().result().lastError(), held.at());
  }

  /** Ends the claim of a dead run that may have sent a request. */
  public boolean doubt(HeldClaim held, String reason, Instant conclusiveFrom) {
    return release(held, BookingStatus.UNKNOWN, reason, conclusiveFrom);
  }

  private boolean release(HeldClaim held, BookingStatus to, String reason, Instant nextTry) {
    return sql.update(
            """
            UPDATE bookings SET status = ?, last_error = ?, next_try = ?, claimed_by = NULL,
              claimed_until = NULL
            WHERE id = ? AND status = 'in_flight' AND claimed_by = ?
            """,
            to.word(),
            reason,
            nextTry,
            held.what().booking().id(),
            held.run())
        == 1;
  }
}
