package dev.court.store;

import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Watch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The schedules: what a person asked for, and how far its bookings reach. */
public final class Schedules {
  /** In the place of settings: no run has these. */
  private static final String OUTDATED = "outdated";

  private final Sql sql;

  Schedules(Sql sql) {
    this.sql = sql;
  }

  /**
   * Adds a schedule, without bookings.
   *
   * @return the id of the new schedule
   */
  public long add(long accountId, ScheduleRequest asked, Instant now, String zone) {
    return sql.insert(
        """
        INSERT INTO schedules (account_id, name, type, desired_time, zone, rrule, exdates, court_id,
          duration, guests, strategy, keep_trying, try_every, status, created_at,
          filled_until, filled_with, alternatives)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        accountId,
        asked.name(),
        asked.plan().type(),
        ScheduleRow.wallClock(asked.plan()),
        zone,
        ScheduleRow.rrule(asked.plan()),
        ScheduleRow.exdates(asked.plan()),
        asked.courts().toString(),
        (int) asked.duration().toMinutes(),
        asked.guests(),
        asked.strategy().word(),
        ScheduleRow.seconds(asked.watch().map(Watch::keepTrying)),
        ScheduleRow.seconds(asked.watch().map(Watch::every)),
        ScheduleRow.ACTIVE,
        now,
        now,
        "",
        ScheduleRow.alternatives(asked));
  }

  /** Changes what is asked for. The bookings have to be materialized again from {@code now}. */
  public void change(long id, ScheduleRequest asked, Instant now) {
    sql.update(
        """
        UPDATE schedules SET name = ?, type = ?, desired_time = ?, rrule = ?, exdates = ?,
          court_id = ?, duration = ?, guests = ?, strategy = ?, keep_trying = ?, try_every = ?,
          alternatives = ?, filled_until = ?
        WHERE id = ?
        """,
        asked.name(),
        asked.plan().type(),
        ScheduleRow.wallClock(asked.plan()),
        ScheduleRow.rrule(asked.plan()),
        ScheduleRow.exdates(asked.plan()),
        asked.courts().toString(),
        (int) asked.duration().toMinutes(),
        asked.guests(),
        asked.strategy().word(),
        ScheduleRow.seconds(asked.watch().map(Watch::keepTrying)),
        ScheduleRow.seconds(asked.watch().map(Watch::every)),
        ScheduleRow.alternatives(asked),
        now,
        id);
  }

  /** The schedule of that id, removed or not; empty when the account has none. */
  public Optional<Schedule> find(long accountId, long id) {
    return sql.first(
        "SELECT " + ScheduleRow.COLUMNS + " FROM schedules s WHERE s.account_id = ? AND s.id = ?",
        ScheduleRow::read,
        accountId,
        id);
  }

  /** All schedules of an account, also removed ones, oldest first. */
  public List<Schedule> all(long accountId) {
    return sql.query(
        "SELECT " + ScheduleRow.COLUMNS + " FROM schedules s WHERE s.account_id = ? ORDER BY s.id",
        ScheduleRow::read,
        accountId);
  }

  /** Whether an account has a schedule in force that could be played at several times. */
  public boolean hasAlternatives(long accountId) {
    return sql.exists(
        """
        SELECT 1 FROM schedules WHERE account_id = ? AND status = 'active'
          AND alternatives IS NOT NULL FETCH FIRST ROW ONLY
        """,
        accountId);
  }

  /**
   * Sets or ends a pause.
   *
   * @param until null ends the pause
   */
  public void pause(long id, Instant until) {
    sql.update("UPDATE schedules SET paused_until = ? WHERE id = ?", until, id);
  }

  /** Stores the UID of the calendar event that the schedule comes from; at most 300 characters. */
  public void recordUid(long id, String uid) {
    sql.update("UPDATE schedules SET uid = ? WHERE id = ?", uid, id);
  }

  /** Marks a schedule as removed. Its row stays, for the history of its bookings. */
  public void remove(long id) {
    sql.update("UPDATE schedules SET status = ? WHERE id = ?", ScheduleRow.REMOVED, id);
  }

  /** Takes a removal back. The bookings have to be brought in line with the schedule. */
  public void restore(long id) {
    sql.update("UPDATE schedules SET status = ? WHERE id = ?", ScheduleRow.ACTIVE, id);
  }

  /**
   * Active schedules whose bookings do not reach {@code horizon}, or were materialized with other
   * settings.
   */
  public List<IncompleteSchedule> incomplete(long accountId, Instant horizon, String settings) {
    return sql.query(
        "SELECT "
            + ScheduleRow.COLUMNS
            + """
            , s.filled_until AS s_filled_until, s.filled_with AS s_filled_with FROM schedules s
            WHERE s.account_id = ? AND s.status = ?
              AND (s.filled_until < ? OR (s.filled_with <> ? AND s.filled_with <> ''))
            ORDER BY s.id
            """,
        row ->
            new IncompleteSchedule(
                ScheduleRow.read(row),
                Sql.instant(row, "s_filled_until"),
                row.getString("s_filled_with")),
        accountId,
        ScheduleRow.ACTIVE,
        horizon,
        settings);
  }

  /**
   * Lets the next run bring the bookings of a schedule in line again, if they were materialized
   * with other settings than these.
   *
   * @return whether they were
   */
  public boolean tryOutdate(long id, String settings) {
    return sql.updateOne(
        "UPDATE schedules SET filled_with = ? WHERE id = ? AND filled_with NOT IN (?, '')",
        OUTDATED,
        id,
        settings);
  }

  /**
   * A schedule whose bookings do not reach far enough.
   *
   * @param materializedUntil bookings exist for all occurrences before this; null when they exist
   *     for all occurrences
   * @param materializedWith the settings by which their openings were computed; empty for none yet
   */
  public record IncompleteSchedule(
      Schedule schedule, Instant materializedUntil, String materializedWith) {}

  /**
   * Stores how far the bookings reach.
   *
   * @param until null when there are no more occurrences
   * @param settings the settings by which the openings were computed
   */
  public void recordMaterialized(long id, Instant until, String settings) {
    sql.update(
        "UPDATE schedules SET filled_until = ?, filled_with = ? WHERE id = ?", until, settings, id);
  }
}
