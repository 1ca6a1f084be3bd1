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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The occurrences and what has become of them. */
public final class Bookings {
  /** A booking beside its schedule. */
  static final String SELECT =
      "SELECT b.*, "
          + Schedules.COLUMNS
          + " FROM bookings b JOIN schedules s ON s.id = b.schedule_id ";

  private final Sql sql;

  Bookings(Sql sql) {
    this.sql = sql;
  }

  /**
   * Makes a pending booking unless there is one for that start already.
   *
   * @return whether it was made
   */
  public boolean add(Schedule schedule, BookingPart part, Instant opening) {
    return sql.update(
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
            part.start())
        == 1;
  }

  /**
   * Brings a pending or left-out booking in line with its schedule, for a new plan or window. What
   * an earlier run set as the next try stays, unless the opening moves.
   */
  public void align(Booking booking, Schedule schedule, BookingPart part, Instant opening) {
    sql.update(
        """
        UPDATE bookings SET
          next_try = CASE WHEN trigger_time = ? AND status = 'pending' THEN next_try ELSE ? END,
          watched = watched AND trigger_time = ? AND status = 'pending',
          trigger_time = ?, part_of = ?, court_id = ?, duration = ?, guests = ?, status = 'pending'
        WHERE id = ? AND status IN ('pending', 'skipped', 'cancelled')
        """,
        opening,
        opening,
        opening,
        opening,
        part.of(),
        schedule.asked().courts().toString(),
        (int) part.duration().toMinutes(),
        schedule.asked().guests(),
        booking.id());
  }

  /** Changes the status if it still is what the caller saw; the answer says whether it was. */
  public boolean move(Booking booking, BookingStatus to, String reason) {
    return sql.update(
            "UPDATE bookings SET status = ?, last_error = ? WHERE id = ? AND status = ?",
            to.word(),
            reason,
            booking.id(),
            booking.status().word())
        == 1;
  }

  public Optional<ScheduledBooking> find(long accountId, long id) {
    return sql.first(
        SELECT + "WHERE s.account_id = ? AND b.id = ?", Bookings::scheduled, accountId, id);
  }

  /** All of one schedule, by time. */
  public List<Booking> of(Schedule schedule) {
    return sql.query(
        SELECT + "WHERE b.schedule_id = ? ORDER BY b.desired_time",
        Bookings::booking,
        schedule.id());
  }

  /** Those of one schedule that start after {@code now}, by time. */
  public List<Booking> ahead(Schedule schedule, Instant now) {
    return sql.query(
        SELECT + "WHERE b.schedule_id = ? AND b.desired_time > ? ORDER BY b.desired_time",
        Bookings::booking,
        schedule.id(),
        now);
  }

  /** The other parts of the occurrence that a booking is a part of, by time. */
  public List<Booking> siblings(Booking booking) {
    return sql.query(
        SELECT + "WHERE b.schedule_id = ? AND b.part_of = ? AND b.id <> ? ORDER BY b.desired_time",
        Bookings::booking,
        booking.scheduleId(),
        booking.partOf(),
        booking.id());
  }

  /** All of an account that start in {@code [from, to)}, by time. */
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

  /** Pending ones for which every court was taken, and that are tried again. */
  public List<ScheduledBooking> watched(long accountId) {
    return sql.query(
        SELECT + "WHERE b.status = 'pending' AND b.watched AND s.account_id = ?",
        Bookings::scheduled,
        accountId);
  }

  /** Those of a status that start before {@code start}, by time. */
  public List<ScheduledBooking> startedBefore(long accountId, Instant start, BookingStatus status) {
    return sql.query(
        SELECT
            + """
            WHERE s.account_id = ? AND b.status = ? AND b.desired_time <= ?
            ORDER BY b.desired_time, b.id
            """,
        Bookings::scheduled,
        accountId,
        status.word(),
        start);
  }

  static ScheduledBooking scheduled(ResultSet row) throws SQLException {
    return new ScheduledBooking(Schedules.schedule(row), booking(row));
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
            row.getBoolean("watched")),
        Sql.instant(row, "part_of"));
  }
}
