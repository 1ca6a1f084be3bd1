package dev.court.store;

import dev.court.booking.Booking;
import dev.court.store.dialect.RunLocks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The exclusive hold of a run on a booking. Each method whose name begins with {@code try} is one
 * conditional update a booking, and the count of changed rows says whether the run won. A claim is
 * on disk before a request goes out, so that a later run finds what a killed run was doing.
 */
public final class Claims {
  static final String HELD =
      Bookings.SELECT_BY_STATUS + "WHERE b.status = 'in_flight' AND s.account_id = ?";

  static final String HELD_BY =
      Bookings.SELECT_BY_STATUS + "WHERE b.status = 'in_flight' AND b.claimed_by = ?";

  static final String OWNERS =
      """
      SELECT claimed_by FROM bookings WHERE status = 'in_flight'
      UNION SELECT claimed_by FROM outbox WHERE claimed_by IS NOT NULL
      """;

  private final Sql sql;
  private final LeaseClock leases;
  private final Optional<RunLocks> runLocks;

  Claims(Sql sql, LeaseClock leases, Optional<RunLocks> runLocks) {
    this.sql = sql;
    this.leases = leases;
    this.runLocks = runLocks;
  }

  /** Whether several machines may claim, and show each other that they live. */
  public boolean isOfManyMachines() {
    return runLocks.isPresent();
  }

  /**
   * Whether the run of a claim has certainly ended, on whatever machine: the server ends the lock
   * of a run with its connection. A run that is cut off from the server counts as ended, since it
   * cannot arm another court ({@link #tryArm}).
   */
  public boolean isRunOver(HeldClaim held) {
    return held.isFenced()
        && runLocks.isPresent()
        && !sql.ask(connection -> runLocks.get().isHeld(connection, held.run()));
  }

  /**
   * Notes the courts that a run may ask for from now on, so that whoever goes on for it knows.
   *
   * @return for each false when the claim is another one by now; then that run must not ask for it
   */
  public List<Boolean> tryArm(String run, List<Arm> all) {
    return sql.updateEach(
        """
        UPDATE bookings SET armed = ?
        WHERE id = ? AND status = 'in_flight' AND claimed_by = ? AND epoch = ?
        """,
        all.stream()
            .map(
                one ->
                    new Object[] {
                      one.courtId(), one.due().what().booking().id(), run, one.due().epoch()
                    })
            .toList());
  }

  /**
   * One court that a run wants to ask for.
   *
   * @param due as the run has claimed it
   */
  public record Arm(DueBooking due, String courtId) {}

  /** The claims of all runs, living and dead. */
  public List<HeldClaim> held(long accountId) {
    return sql.query(HELD, this::held, accountId);
  }

  /** The claims of a run, for whatever account. */
  public List<HeldClaim> heldBy(String run) {
    return sql.query(HELD_BY, this::held, run);
  }

  /**
   * Whether what a run held is still to be asked for: a run holds it, or nothing was sent and it
   * was given back as it was.
   *
   * @param claim as it was while that run lived
   */
  public boolean isLeft(HeldClaim claim) {
    Booking booking = claim.what().booking();
    return sql.exists(
        """
        SELECT 1 FROM bookings WHERE id = ? AND (status = 'in_flight'
          OR (status IN ('pending', 'unknown') AND next_try <= ? AND attempts = ?))
        """,
        booking.id(),
        claim.at(),
        booking.result().attempts());
  }

  private HeldClaim held(ResultSet row) throws SQLException {
    return new HeldClaim(
        Bookings.scheduled(row),
        Sql.instant(row, "next_try"),
        row.getString("claimed_by"),
        leases.own(Sql.instant(row, "claimed_until")),
        row.getString("armed"));
  }

  /** The ids of all runs, living and dead, that have claimed a booking or a message. */
  public Set<String> owners() {
    return Set.copyOf(sql.query(OWNERS, row -> row.getString(1)));
  }

  /** Whether a run of any machine holds a booking by a claim that has not ended. */
  public boolean isAnyInForce(Instant now) {
    return sql.exists(
        "SELECT 1 FROM bookings WHERE status = 'in_flight' AND claimed_until > ?",
        leases.stored(now));
  }

  /**
   * Claims each booking whose status and next try are still those that the caller read: an unknown
   * booking that was asked for again meanwhile may be unknown for another reason.
   *
   * @param run the id of the run that claims
   * @param isFenced whether the run holds the lock of its id at the server, and arms each court
   * @return for each whether this run holds the claim now
   */
  public List<Boolean> tryClaim(String run, boolean isFenced, List<Unclaimed> all) {
    return sql.updateEach(
        """
        UPDATE bookings SET status = 'in_flight', claimed_by = ?, claimed_until = ?,
          epoch = epoch + 1, armed = ?
        WHERE id = ? AND status = ? AND next_try = ?
        """,
        all.stream()
            .map(
                one ->
                    new Object[] {
                      run,
                      leases.stored(one.until()),
                      isFenced ? "" : null,
                      one.booking().id(),
                      one.booking().status().word(),
                      one.nextTry()
                    })
            .toList());
  }

  /**
   * One booking that a run wants to claim.
   *
   * @param nextTry as the caller read it
   * @param until when the claim expires
   */
  public record Unclaimed(Booking booking, Instant nextTry, Instant until) {}

  /** Claims a booking for a run that other machines do not see. */
  public boolean tryClaim(Booking booking, Instant nextTry, String run, Instant until) {
    return tryClaim(run, false, List.of(new Unclaimed(booking, nextTry, until))).get(0);
  }

  /**
   * Ends a claim and stores the outcome.
   *
   * @param settled the booking with its new status and result
   * @param nextTry when a run should look at the booking again
   * @return false when this run does not hold the claim any more; then nothing is changed
   */
  public boolean trySettle(Booking settled, String run, Instant nextTry) {
    Booking.Result result = settled.result();
    return sql.updateOne(
        """
        UPDATE bookings SET status = ?, next_try = ?, reservation_id = ?, booked_court_id = ?,
          attempts = ?, last_error = ?,
          late_ms = CASE WHEN asked_at IS NULL OR asked_at <= trigger_time THEN CAST(? AS BIGINT) END, watched = ?, open_court = ?, claimed_by = NULL, claimed_until = NULL
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
        result.openCourt(),
        settled.id(),
        run);
  }

  /**
   * Stores a reservation that Atrium holds, although the claim of this run has ended meanwhile. A
   * run that has taken the booking over asks for no other court than the one that this run may have
   * got, so what it finds is this reservation or a doubt, and its claim ends.
   *
   * @return false when the booking is settled, and not wanted or booked; then nothing is changed
   */
  public boolean trySettleLate(Booking won) {
    return sql.updateOne(
        """
        UPDATE bookings SET status = 'success', reservation_id = ?, booked_court_id = ?,
          last_error = NULL, open_court = NULL, watched = FALSE,
          claimed_by = NULL, claimed_until = NULL
        WHERE id = ? AND status IN ('pending', 'unknown', 'failed', 'in_flight')
        """,
        won.result().reservationId(),
        won.result().bookedCourtId(),
        won.id());
  }

  /**
   * Ends a claim under which no request left: the booking is again what it was before, pending, or
   * unknown while an earlier shot is open.
   *
   * @return false when that run does not hold the claim any more; then nothing is changed
   */
  public boolean tryRelease(HeldClaim held) {
    return sql.updateOne(
        """
        UPDATE bookings SET
          status = CASE WHEN open_court IS NULL THEN 'pending' ELSE 'unknown' END,
          claimed_by = NULL, claimed_until = NULL
        WHERE id = ? AND status = 'in_flight' AND claimed_by = ?
        """,
        held.what().booking().id(),
        held.run());
  }
}
