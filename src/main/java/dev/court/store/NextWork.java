package dev.court.store;

import java.time.Instant;
import java.util.Optional;

/** Reads, over all accounts, when a run has something to do again. Changes nothing. */
public final class NextWork {
  static final String UNDER_WAY =
      """
      SELECT 1 FROM bookings WHERE status = 'in_flight' OR (status = 'unknown' AND desired_time > ?)
      FETCH FIRST ROW ONLY
      """;

  /** What begins before midnight and ends while the person is away counts as wanted here. */
  static final String EARLIEST_TRY =
      """
      SELECT MIN(b.next_try) AS earliest FROM bookings b JOIN schedules s ON s.id = b.schedule_id
      WHERE b.status = 'pending' AND s.status = 'active'
        AND (s.paused_until IS NULL OR b.part_of >= s.paused_until)
        AND NOT EXISTS (SELECT 1 FROM away w WHERE w.account_id = s.account_id
          AND CAST(b.wall_clock AS DATE) BETWEEN w.first_day AND w.last_day
          AND ',' || w.except_ids || ',' NOT LIKE '%,' || s.id || ',%')
      """;

  static final String EARLIEST_START =
      "SELECT MIN(desired_time) AS earliest FROM bookings WHERE status = 'pending'";

  private final Sql sql;

  NextWork(Sql sql) {
    this.sql = sql;
  }

  /**
   * Whether each run has something to do: for a booking that is claimed or unknown, a message that
   * is claimed, or an account whose automatic sign-in failed.
   */
  public boolean isAnyUnderWay(Instant now) {
    return sql.exists(UNDER_WAY, now)
        || sql.exists("SELECT 1 FROM outbox WHERE claimed_by IS NOT NULL FETCH FIRST ROW ONLY")
        || sql.exists(
            "SELECT 1 FROM credentials WHERE tries > 0 AND refused IS NULL FETCH FIRST ROW ONLY");
  }

  /** The earliest next try of all pending bookings that are wanted; may lie in the past. */
  public Optional<Instant> earliestTry() {
    return earliest(EARLIEST_TRY);
  }

  /** The earliest start of all pending bookings, wanted or not: they are ended then. */
  public Optional<Instant> earliestStart() {
    return earliest(EARLIEST_START);
  }

  /** When the first message is to be sent. */
  public Optional<Instant> earliestMessage() {
    return earliest("SELECT MIN(next_try) AS earliest FROM outbox");
  }

  /** Grows with each change of anything that a run reads. */
  public long numberOfChanges() {
    return sql.first("SELECT number FROM changes", row -> row.getLong("number")).orElse(0L);
  }

  private Optional<Instant> earliest(String query) {
    return sql.first(query, row -> Optional.ofNullable(Sql.instant(row, "earliest")))
        .flatMap(found -> found);
  }
}
