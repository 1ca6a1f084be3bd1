package dev.court.store;

import dev.court.booking.Booking;
import dev.court.booking.BookingPart;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The bookings of occurrences: their status, and the result of the latest try. */
public final class Bookings {
  /** Joins each booking with its schedule; a condition on {@code b} and {@code s} follows. */
  static final String SELECT =
      "SELECT b.*, "
          + ScheduleRow.COLUMNS
          + " FROM bookings b JOIN schedules s ON s.id = b.schedule_id ";

  /**
   * Like {@link #SELECT}, for a condition on {@code b.status}. The outer join makes H2 start with
   * the few bookings of a status: as its files are open for moments only, it has no statistics, and
   * would read all bookings of the account's schedules. Each booking has a schedule.
   */
  static final String SELECT_BY_STATUS = SELECT.replace(" JOIN ", " LEFT JOIN ");

  static final String WATCHED =
      SELECT_BY_STATUS + "WHERE b.status = 'pending' AND b.watched AND s.account_id = ?";

  static final String BESIDE_BOOKED =
      SELECT_BY_STATUS
          + """
          WHERE b.status = 'pending' AND s.account_id = ? AND s.alternatives IS NOT NULL
            AND EXISTS (SELECT 1 FROM bookings o
              WHERE o.schedule_id = b.schedule_id AND o.status = 'success'
                AND o.desired_time > b.desired_time - INTERVAL '25' HOUR
                AND o.desired_time < b.desired_time + INTERVAL '25' HOUR)
          """;

  static final String STARTED =
      SELECT_BY_STATUS
          + """
          WHERE s.account_id = ? AND b.status = ? AND b.desired_time <= ?
          ORDER BY b.desired_time, b.id
          """;

  static final String ENDED_AHEAD =
      SELECT_BY_STATUS
          + """
          WHERE b.status IN ('missed', 'failed', 'skipped') AND b.desired_time > ?
            AND s.account_id = ? AND s.status = 'active'
          ORDER BY b.desired_time, b.id
          """;

  static final String LATEST_BOOKED =
      """
      SELECT MAX(b.trigger_time) AS latest
      FROM bookings b LEFT JOIN schedules s ON s.id = b.schedule_id
      WHERE b.status = 'success' AND b.last_error IS NULL AND s.account_id = ? HAVING MAX(b.trigger_time) IS NOT NULL
      """;

  /** Of whatever status: there is an index of statuses and starts, and none of starts alone. */
  static final String OF_ANY_STATUS =
      " b.status IN ('pending', 'in_flight', 'success', 'failed', 'missed', 'unknown',"
          + " 'cancelled', 'skipped') AND b.desired_time >= ? AND b.desired_time < ? ";

  /** Without the schedule, of which each row would have the days away too. */
  private static final String OWN = "SELECT b.* FROM bookings b ";

  static final String EVER_ASKED =
      OWN
          + "WHERE"
          + OF_ANY_STATUS
          + """
          AND (b.status IN ('in_flight', 'unknown', 'success') OR b.attempts > 0 OR b.watched
            OR b.reservation_id IS NOT NULL OR b.booked_court_id IS NOT NULL
            OR b.open_court IS NOT NULL
            OR EXISTS (SELECT 1 FROM attempts a WHERE a.booking_id = b.id))
          """;

  static final String HELD_FOR_ANOTHER =
      """
      SELECT 1 FROM bookings
      WHERE status = 'success' AND desired_time = ? AND booked_court_id = ? AND id <> ?
        AND (reservation_id IS NULL OR reservation_id = COALESCE(?, reservation_id))
      """;

  private final Sql sql;

  Bookings(Sql sql) {
    this.sql = sql;
  }

  /**
   * Adds a pending booking unless the schedule has one with the same start.
   *
   * @return whether a booking was added
   */
  public boolean tryAdd(Schedule schedule, BookingPart part, Instant opening) {
    return sql.updateOne(
        """
        INSERT INTO bookings (schedule_id, desired_time, wall_clock, zone, part_of,
          trigger_time, next_try, court_id, duration, guests, status, attempts)
        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0
        WHERE NOT EXISTS (
          SELECT 1 FROM bookings WHERE schedule_id = ? AND desired_time = ?)
        """,
        schedule.id(),
        part.start(),
        part.occurrence().wallClock(),
        part.occurrence().start().getZone().getId(),
        part.of(),
        opening,
        opening,
        schedule.asked().courts().toString(),
        (int) part.duration().toMinutes(),
        schedule.asked().guests(),
        schedule.id(),
        part.start());
  }

  /**
   * Changes a booking to what its schedule says now, and forgets what earlier runs left: it is
   * pending, and its next try is its opening. Its attempts stay. A reservation that it had counts
   * as one where nothing was asked for: a listing that lags may still show it as if it were held.
   *
   * @return false when its status is not the one the caller read; then nothing is changed
   */
  public boolean tryAlign(
      Booking booking, Schedule schedule, BookingPart part, Instant opening, Instant now) {
    return sql.updateOne(
        """
        UPDATE bookings SET status = 'pending', trigger_time = ?, next_try = ?, part_of = ?,
          court_id = ?, duration = ?, guests = ?, watched = FALSE, last_error = NULL,
          late_ms = NULL, attempts = CASE WHEN reservation_id IS NULL AND booked_court_id IS NULL
            THEN attempts ELSE GREATEST(attempts, 1) END,
          reservation_id = NULL, booked_court_id = NULL, asked_at = ?
        WHERE id = ? AND status = ?
        """,
        opening,
        opening,
        part.of(),
        schedule.asked().courts().toString(),
        (int) part.duration().toMinutes(),
        schedule.asked().guests(),
        now,
        booking.id(),
        booking.status().word());
  }

  /** Stores that what is open already is asked for since {@code now}: a pause has ended. */
  public void recordAsked(long scheduleId, Instant now) {
    sql.update(
        """
        UPDATE bookings SET asked_at = ?
        WHERE schedule_id = ? AND status = 'pending' AND trigger_time < ? AND attempts = 0
        """,
        now,
        scheduleId,
        now);
  }

  /**
   * Changes the status if it is still the one the caller read.
   *
   * @param reason null for none
   * @return whether the status was changed
   */
  public boolean tryChangeStatus(Booking booking, BookingStatus to, String reason) {
    return sql.updateOne(
        "UPDATE bookings SET status = ?, last_error = ? WHERE id = ? AND status = ?",
        to.word(),
        reason,
        booking.id(),
        booking.status().word());
  }

  /**
   * Ends a pending booking that has nothing to win; a watch ends with it.
   *
   * @return false when it is not pending any more; then nothing is changed
   */
  public boolean tryGiveUp(Booking booking, String reason) {
    return sql.updateOne(
        """
        UPDATE bookings SET status = 'failed', last_error = ?, watched = FALSE
        WHERE id = ? AND status = 'pending'
        """,
        reason,
        booking.id());
  }

  public Optional<ScheduledBooking> find(long accountId, long id) {
    return sql.first(
        SELECT + "WHERE s.account_id = ? AND b.id = ?", Bookings::scheduled, accountId, id);
  }

  /** All bookings of a schedule, by start. */
  public List<Booking> of(Schedule schedule) {
    return sql.query(
        OWN + "WHERE b.schedule_id = ? ORDER BY b.desired_time", Bookings::booking, schedule.id());
  }

  /** The bookings of a schedule that start after {@code now}, by start. */
  public List<Booking> ahead(Schedule schedule, Instant now) {
    return sql.query(
        OWN + "WHERE b.schedule_id = ? AND b.desired_time > ? ORDER BY b.desired_time",
        Bookings::booking,
        schedule.id(),
        now);
  }

  /** The other parts of the occurrence that a booking is a part of, by start. */
  public List<Booking> siblings(Booking booking) {
    return sql.query(
        OWN + "WHERE b.schedule_id = ? AND b.part_of = ? AND b.id <> ? ORDER BY b.desired_time",
        Bookings::booking,
        booking.scheduleId(),
        booking.partOf(),
        booking.id());
  }

  /**
   * Ends a booking whose reservation the person gave back. Where nothing tells of the reservation,
   * it counts as asked for: a listing that lags may still show it as if it were held.
   *
   * @return false when its status is not the one the caller read; then nothing is changed
   */
  public boolean tryGiveBack(Booking booking) {
    return sql.updateOne(
        """
        UPDATE bookings SET status = 'cancelled', last_error = ?,
          attempts = CASE WHEN reservation_id IS NULL AND booked_court_id IS NULL
            THEN GREATEST(attempts, 1) ELSE attempts END
        WHERE id = ? AND status = ?
        """,
        Booking.GIVEN_BACK,
        booking.id(),
        booking.status().word());
  }

  /** Forgets that one which was cancelled had been booked: what wants it again may have it. */
  public void forgetReservation(Booking cancelled) {
    sql.update(
        """
        UPDATE bookings SET attempts = CASE WHEN reservation_id IS NULL AND booked_court_id IS NULL
            THEN attempts ELSE GREATEST(attempts, 1) END,
          reservation_id = NULL, booked_court_id = NULL, last_error = NULL
        WHERE id = ? AND status = 'cancelled'
        """,
        cancelled.id());
  }

  /** The bookings of its schedule on the day of its occurrence, by start; it is among them. */
  public List<Booking> onTheDayOf(Booking booking) {
    ZoneId zone = booking.occurrence().start().getZone();
    LocalDate day = booking.wallClock().toLocalDate();
    return sql.query(
        OWN
            + """
            WHERE b.schedule_id = ? AND b.desired_time >= ? AND b.desired_time < ?
            ORDER BY b.desired_time
            """,
        Bookings::booking,
        booking.scheduleId(),
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Pending bookings of schedules with alternatives, less than a day beside one that is booked. */
  public List<ScheduledBooking> besideBooked(long accountId) {
    return sql.query(BESIDE_BOOKED, Bookings::scheduled, accountId);
  }

  /** The bookings of an account that start in {@code [from, to)}, by start. */
  public List<ScheduledBooking> between(long accountId, Instant from, Instant to) {
    return sql.query(
        SELECT
            + """
            WHERE s.account_id = ? AND b.desired_time >= ? AND b.desired_time < ?
            ORDER BY b.desired_time, b.id
            """,
        Bookings::scheduled,
        accountId,
        from,
        to);
  }

  /**
   * The bookings of all accounts that start in {@code [from, to)}, of whatever status, that were
   * ever asked for or booked, also by another home, or may be asked for at this moment.
   */
  public List<Booking> everAsked(Instant from, Instant to) {
    return sql.query(EVER_ASKED, Bookings::booking, from, to);
  }

  /**
   * Whether another booking, of whatever account, has the court that one is said to have. One with
   * another reservation has it no more: a court is reserved once at a time.
   */
  public boolean isHeldForAnother(Booking booked) {
    Booking.Result result = booked.result();
    return sql.exists(
        HELD_FOR_ANOTHER,
        booked.start(),
        result.bookedCourtId(),
        booked.id(),
        result.reservationId());
  }

  /** The bookings of all other accounts that want a court, have one, or may have one, by start. */
  public List<ScheduledBooking> ofOthers(long accountId, Instant from, Instant to) {
    return sql.query(
        SELECT
            + """
            WHERE s.account_id <> ? AND b.desired_time >= ? AND b.desired_time < ?
              AND b.status IN ('pending', 'in_flight', 'success', 'unknown')
            ORDER BY b.desired_time, b.id
            """,
        Bookings::scheduled,
        accountId,
        from,
        to);
  }

  /** Pending bookings that found every court taken and are tried again until their watch ends. */
  public List<ScheduledBooking> watched(long accountId) {
    return sql.query(WATCHED, Bookings::scheduled, accountId);
  }

  /** The bookings of a status that start at {@code start} or earlier, by start. */
  public List<ScheduledBooking> startedBefore(long accountId, Instant start, BookingStatus status) {
    return sql.query(STARTED, Bookings::scheduled, accountId, status.word(), start);
  }

  /** Missed, failed and skipped bookings of schedules in force that start after {@code now}. */
  public List<ScheduledBooking> endedAhead(long accountId, Instant now) {
    return sql.query(ENDED_AHEAD, Bookings::scheduled, now, accountId);
  }

  /** The latest opening for which Atrium has given a court; empty before the first. */
  public Optional<Instant> latestBookedOpening(long accountId) {
    return sql.first(LATEST_BOOKED, row -> Sql.instant(row, "latest"), accountId);
  }

  /**
   * Opens a booking again that was ended too early; its next try is its opening. A watch goes on,
   * and what was asked for before the opening is not late.
   *
   * @return false when its status is not the one the caller read; then nothing is changed
   */
  public boolean tryReopen(Booking ended, Instant now) {
    return sql.updateOne(
        """
        UPDATE bookings SET status = 'pending', next_try = trigger_time,
          last_error = CASE WHEN watched THEN last_error END,
          late_ms = CASE WHEN trigger_time < ? THEN late_ms END
        WHERE id = ? AND status = ?
        """,
        now,
        ended.id(),
        ended.status().word());
  }

  static ScheduledBooking scheduled(ResultSet row) throws SQLException {
    return new ScheduledBooking(ScheduleRow.read(row), booking(row));
  }

  static Booking booking(ResultSet row) throws SQLException {
    ZoneId zone = ZoneId.of(row.getString("zone"));
    Instant start = Sql.instant(row, "desired_time");
    return new Booking(
        row.getLong("id"),
        row.getLong("schedule_id"),
        new Occurrence(Sql.wallClock(row, "wall_clock"), start.atZone(zone)),
        Sql.instant(row, "trigger_time"),
        CourtPreference.parse(row.getString("court_id")),
        Duration.ofMinutes(row.getInt("duration")),
        row.getString("guests"),
        BookingStatus.of(row.getString("status")),
        new Booking.Result(
            row.getString("reservation_id"),
            row.getString("booked_court_id"),
            row.getInt("attempts"),
            row.getString("last_error"),
            Sql.number(row, "late_ms"),
            row.getBoolean("watched"),
            row.getString("open_court")),
        Sql.instant(row, "part_of"));
  }
}
