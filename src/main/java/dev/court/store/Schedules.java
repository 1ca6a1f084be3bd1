package dev.court.store;

import dev.court.booking.CourtPreference;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Strategy;
import dev.court.booking.Watch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What people asked for. */
public final class Schedules {
  private static final String ACTIVE = "active";
  private static final String REMOVED = "removed";

  /** The columns of a schedule, under names that can stand beside a booking's. */
  static final String COLUMNS =
      """
      s.id AS s_id, s.account_id AS s_account_id, s.name AS s_name, s.type AS s_type,
      s.desired_time AS s_desired_time, s.rrule AS s_rrule, s.exdates AS s_exdates,
      s.court_id AS s_court_id, s.duration AS s_duration, s.guests AS s_guests,
      s.strategy AS s_strategy, s.keep_trying AS s_keep_trying, s.try_every AS s_try_every,
      s.status AS s_status, s.paused_until AS s_paused_until, s.created_at AS s_created_at,
      s.uid AS s_uid
      """;

  private final Sql sql;

  Schedules(Sql sql) {
    this.sql = sql;
  }

  /**
   * Keeps a new schedule; no booking is made yet.
   *
   * @return its id
   */
  public long add(long accountId, ScheduleRequest asked, Instant now, String zone) {
    return sql.insert(
        """
        INSERT INTO schedules (account_id, name, type, desired_time, zone, rrule, exdates, court_id,
          duration, guests, strategy, keep_trying, try_every, status, created_at,
          filled_until, filled_with)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        accountId,
        asked.name(),
        asked.plan().type(),
        wallClock(asked.plan()),
        zone,
        rrule(asked.plan()),
        exdates(asked.plan()),
        asked.courts().toString(),
        (int) asked.duration().toMinutes(),
        asked.guests(),
        asked.strategy().word(),
        seconds(asked.watch().map(Watch::keepTrying)),
        seconds(asked.watch().map(Watch::every)),
        ACTIVE,
        now,
        now,
        "");
  }

  /** Changes what is asked for; its bookings are to be filled again from {@code now}. */
  public void change(long id, ScheduleRequest asked, Instant now) {
    sql.update(
        """
        UPDATE schedules SET name = ?, type = ?, desired_time = ?, rrule = ?, exdates = ?,
          court_id = ?, duration = ?, guests = ?, strategy = ?, keep_trying = ?, try_every = ?,
          filled_until = ?
        WHERE id = ?
        """,
        asked.name(),
        asked.plan().type(),
        wallClock(asked.plan()),
        rrule(asked.plan()),
        exdates(asked.plan()),
        asked.courts().toString(),
        (int) asked.duration().toMinutes(),
        asked.guests(),
        asked.strategy().word(),
        seconds(asked.watch().map(Watch::keepTrying)),
        seconds(asked.watch().map(Watch::every)),
        now,
        id);
  }

  /** The schedule of that id, removed or not, if the account has one. */
  public Optional<Schedule> find(long accountId, long id) {
    return sql.first(
        "SELECT " + COLUMNS + " FROM schedules s WHERE s.account_id = ? AND s.id = ?",
        Schedules::schedule,
        accountId,
        id);
  }

  /** All of an account, removed ones too, oldest first. */
  public List<Schedule> all(long accountId) {
    return sql.query(
        "SELECT " + COLUMNS + " FROM schedules s WHERE s.account_id = ? ORDER BY s.id",
        Schedules::schedule,
        accountId);
  }

  /** Sets or ends a pause. */
  public void pause(long id, Instant until) {
    sql.update("UPDATE schedules SET paused_until = ? WHERE id = ?", until, id);
  }

  /** Keeps what it is called where it comes from; at most 300 characters. */
  public void keepUid(long id, String uid) {
    sql.update("UPDATE schedules SET uid = ? WHERE id = ?", uid, id);
  }

  public void remove(long id) {
    sql.update("UPDATE schedules SET status = ? WHERE id = ?", REMOVED, id);
  }

  /** Recurring schedules without bookings up to {@code horizon}, or filled by other settings. */
  public List<Unfilled> unfilled(long accountId, Instant horizon, String settings) {
    return sql.query(
        "SELECT "
            + COLUMNS
            + """
            , s.filled_until AS s_filled_until, s.filled_with AS s_filled_with FROM schedules s
            WHERE s.account_id = ? AND s.status = ?
              AND (s.filled_until < ? OR (s.filled_with <> ? AND s.filled_with <> ''))
            ORDER BY s.id
            """,
        row ->
            new Unfilled(
                schedule(row), Sql.instant(row, "s_filled_until"), row.getString("s_filled_with")),
        accountId,
        ACTIVE,
        horizon,
        settings);
  }

  /**
   * A schedule whose bookings do not reach far enough.
   *
   * @param filledUntil bookings exist for all occurrences before this; null when all do
   * @param filledWith the settings that they were made with
   */
  public record Unfilled(Schedule schedule, Instant filledUntil, String filledWith) {}

  /**
   * Keeps how far the bookings reach.
   *
   * @param until null when there are no more occurrences
   * @param settings what the openings were computed with
   */
  public void filled(long id, Instant until, String settings) {
    sql.update(
        "UPDATE schedules SET filled_until = ?, filled_with = ? WHERE id = ?", until, settings, id);
  }

  static Schedule schedule(ResultSet row) throws SQLException {
    return new Schedule(
        row.getLong("s_id"),
        row.getLong("s_account_id"),
        new ScheduleRequest(
            row.getString("s_name"),
            plan(row),
            CourtPreference.parse(row.getString("s_court_id")),
            Duration.ofMinutes(row.getInt("s_duration")),
            row.getString("s_guests"),
            Strategy.of(row.getString("s_strategy")),
            watch(row)),
        Sql.instant(row, "s_paused_until"),
        row.getString("s_status").equals(REMOVED),
        Sql.instant(row, "s_created_at"),
        uid(row));
  }

  private static String uid(ResultSet row) throws SQLException {
    String uid = row.getString("s_uid");
    return uid != null
        ? uid
        : Schedule.ownUid(row.getLong("s_id"), Sql.instant(row, "s_created_at"));
  }

  private static Optional<Watch> watch(ResultSet row) throws SQLException {
    Long keepTrying = Sql.number(row, "s_keep_trying");
    return keepTrying == null
        ? Optional.empty()
        : Optional.of(
            new Watch(
                Duration.ofSeconds(keepTrying), Duration.ofSeconds(row.getLong("s_try_every"))));
  }

  private static Integer seconds(Optional<Duration> span) {
    return span.map(length -> (int) length.toSeconds()).orElse(null);
  }

  private static Plan plan(ResultSet row) throws SQLException {
    LocalDateTime wallClock = Sql.wallClock(row, "s_desired_time");
    String rrule = row.getString("s_rrule");
    if (rrule == null) {
      return new Plan.OneOff(wallClock);
    }
    TreeSet<LocalDateTime> exdates =
        Arrays.stream(row.getString("s_exdates").split(","))
            .filter(text -> !text.isEmpty())
            .map(LocalDateTime::parse)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Plan.Recurring(wallClock, rrule, exdates);
  }

  private static LocalDateTime wallClock(Plan plan) {
    return plan instanceof Plan.Recurring recurring
        ? recurring.dtstart()
        : ((Plan.OneOff) plan).at();
  }

  private static String rrule(Plan plan) {
    return plan instanceof Plan.Recurring recurring ? recurring.rrule() : null;
  }

  private static String exdates(Plan plan) {
    return plan instanceof Plan.Recurring recurring
        ? recurring.exdates().stream().map(LocalDateTime::toString).collect(Collectors.joining(","))
        : "";
  }
}
