package dev.court.store;

import dev.court.booking.AlternativeTimes;
import dev.court.booking.AwayDays;
import dev.court.booking.CourtPreference;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Strategy;
import dev.court.booking.Watch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a schedule stands in its row. */
final class ScheduleRow {
  static final String ACTIVE = "active";
  static final String REMOVED = "removed";

  /** The columns of a schedule, renamed so that a row can hold a booking's columns too. */
  static final String COLUMNS =
      """
      s.id AS s_id, s.account_id AS s_account_id, s.name AS s_name, s.type AS s_type,
      s.desired_time AS s_desired_time, s.rrule AS s_rrule, s.exdates AS s_exdates,
      s.court_id AS s_court_id, s.duration AS s_duration, s.guests AS s_guests,
      s.strategy AS s_strategy, s.keep_trying AS s_keep_trying, s.try_every AS s_try_every,
      s.status AS s_status, s.paused_until AS s_paused_until, s.created_at AS s_created_at,
      s.uid AS s_uid, s.alternatives AS s_alternatives,
      (SELECT STRING_AGG(TO_CHAR(w.first_day, 'YYYY-MM-DD') || '..' || TO_CHAR(w.last_day, 'YYYY-MM-DD'), ',')
        FROM away w WHERE w.account_id = s.account_id
          AND ',' || w.except_ids || ',' NOT LIKE '%,' || s.id || ',%') AS s_away
      """;

  private ScheduleRow() {}

  static Schedule read(ResultSet row) throws SQLException {
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
            watch(row),
            AlternativeTimes.of(row.getString("s_alternatives"))),
        Sql.instant(row, "s_paused_until"),
        row.getString("s_status").equals(REMOVED),
        Sql.instant(row, "s_created_at"),
        uid(row),
        away(row));
  }

  static LocalDateTime wallClock(Plan plan) {
    return plan instanceof Plan.Recurring recurring
        ? recurring.dtstart()
        : ((Plan.OneOff) plan).at();
  }

  /** Null for a one-off. */
  static String rrule(Plan plan) {
    return plan instanceof Plan.Recurring recurring ? recurring.rrule() : null;
  }

  static String exdates(Plan plan) {
    return plan instanceof Plan.Recurring recurring
        ? recurring.exdates().stream().map(LocalDateTime::toString).collect(Collectors.joining(","))
        : "";
  }

  /** Null for none, as every schedule had before there were any. */
  static String alternatives(ScheduleRequest asked) {
    return asked.isEither() ? asked.alternatives().toString() : null;
  }

  /** Null for none. */
  static Integer seconds(Optional<Duration> span) {
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

  private static Optional<Watch> watch(ResultSet row) throws SQLException {
    Long keepTrying = Sql.number(row, "s_keep_trying");
    return keepTrying == null
        ? Optional.empty()
        : Optional.of(
            new Watch(
                Duration.ofSeconds(keepTrying), Duration.ofSeconds(row.getLong("s_try_every"))));
  }

  private static SortedSet<AwayDays> away(ResultSet row) throws SQLException {
    String away = row.getString("s_away");
    return away == null
        ? Collections.emptySortedSet()
        : Arrays.stream(away.split(","))
            .map(ScheduleRow::awayDays)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static AwayDays awayDays(String text) {
    String[] days = text.split("\\.\\.", -1);
    return new AwayDays(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
  }

  private static String uid(ResultSet row) throws SQLException {
    String uid = row.getString("s_uid");
    return uid != null
        ? uid
        : Schedule.ownUid(row.getLong("s_id"), Sql.instant(row, "s_created_at"));
  }
}
