package dev.court.store;

import dev.court.booking.ScheduledBooking;
import dev.court.store.loss.ChangeNumberFile;
import java.time.Instant;
import java.util.List;

/**
 * What a database must not believe of itself when it went back to an older state. Of a booking that
 * was still to be asked for then, a reservation may be held by now.
 */
public final class LostTime {
  /** What people are told of a booking that an older state of the database does not know. */
  public static final String WENT_BACK =
      "the database went back to an older state, and it may have been booked since";

  /** What people are told of a booking that opened after the home it came from was exported. */
  public static final String MOVED =
      "it opened while the home was moved, and may have been booked from the old one";

  private static final String OF_ONE_COURT = "POSITION(',' IN court_id) = 0";

  private static final long DAMAGED = ChangeNumberFile.MOST / 2;

  /** More changes than are ever between two backups of a server. */
  private static final long BEYOND = 1_000_000;

  private final Sql sql;

  LostTime(Sql sql) {
    this.sql = sql;
  }

  /**
   * The number of the next change is greater than this one, so that it only grows. What is near the
   * greatest number that the file beside the database may hold came there by damage: it does not
   * count.
   */
  void numberAfter(long known) {
    sql.update(
        """
        UPDATE changes SET moved_at = NULL, number =
          GREATEST(CASE WHEN number < ? THEN number ELSE 1 END, CAST(? AS BIGINT))
        """,
        DAMAGED,
        known < DAMAGED ? known : 0);
  }

  /**
   * The number of the next change is greater than any that a machine can have seen of a server, of
   * which this machine knows one: one person accepts it for all of them.
   */
  void numberBeyondAll(long known) {
    sql.update(
        "UPDATE changes SET moved_at = NULL, number = GREATEST(number, CAST(? AS BIGINT)) + ?",
        known,
        BEYOND);
  }

  /**
   * Whether an older state of the database put a booking in doubt. One of which a request was in
   * doubt before keeps that reason.
   */
  public static boolean isReason(String lastError) {
    return WENT_BACK.equals(lastError) || MOVED.equals(lastError);
  }

  /** All that the database holds goes on in another one. */
  public void move(Instant now) {
    sql.update("UPDATE changes SET moved_at = ?", now);
  }

  /**
   * Makes all bookings unknown that may have been asked for since. The only court of one may be
   * asked for again; of several none is, since nobody knows which of them may be held. Messages are
   * forgotten: they were sent since, or tell what is old.
   *
   * @param openedBefore what opened before this may have been asked for
   * @param reason what people are told
   * @return how many bookings are unknown now
   */
  public int doubt(Instant openedBefore, String reason) {
    int doubted = doubtOpened(Instant.EPOCH, openedBefore, reason);
    sql.update("DELETE FROM outbox");
    return doubted;
  }

  /**
   * Like {@link #doubt}, for bookings that have opened from {@code from} on, and no messages.
   *
   * @return how many bookings are unknown now
   */
  public int doubtOpened(Instant from, Instant openedBefore, String reason) {
    return sql.update(
        """
        UPDATE bookings SET status = 'unknown', watched = FALSE,
          last_error = CASE WHEN status = 'unknown' THEN last_error ELSE ? END,
          open_court = CASE WHEN %1$s THEN court_id ELSE NULL END,
          next_try = CASE WHEN %1$s THEN next_try ELSE ? END,
          claimed_by = NULL, claimed_until = NULL
        WHERE status IN ('pending', 'in_flight', 'unknown') AND trigger_time < ?
          AND trigger_time >= ?
        """
            .formatted(OF_ONE_COURT),
        reason,
        UnknownBookings.NEVER,
        openedBefore,
        from);
  }

  /**
   * Ends the claims that are left, under which nothing was sent: their bookings are pending.
   *
   * @return these bookings as they were claimed, of all accounts; the person may want something
   *     else by now
   */
  public List<ScheduledBooking> releaseClaims() {
    List<ScheduledBooking> claimed =
        sql.query(Bookings.SELECT_BY_STATUS + "WHERE b.status = 'in_flight'", Bookings::scheduled);
    sql.update(
        """
        UPDATE bookings SET status = 'pending', claimed_by = NULL, claimed_until = NULL
        WHERE status = 'in_flight'
        """);
    return claimed;
  }
}
