package dev.court.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads for which accounts a run has something to do. Changes nothing. */
public final class BusyAccounts {
  /** A house or a club; for more than these one query says who has something to do. */
  private static final int FEW = 12;

  static final String FIRST = "SELECT name FROM accounts ORDER BY id FETCH FIRST %s ROWS ONLY";

  /**
   * Each line is one reason why a run has something to do. What is asked for each row that was
   * found is a column of its own and no join: PostgreSQL takes one pending booking in two for due,
   * and would rather read all accounts than look for those of so many. The daily look leaves out
   * who is signed in, since the run that refreshes a session looks at its account anyway.
   */
  static final String BUSY =
      """
      SELECT (SELECT a.name FROM accounts a WHERE a.id = busy.id) AS name FROM (
        SELECT a.id FROM accounts a WHERE a.warned_at IS NOT NULL OR (MOD(a.id, 1440) = ?
          AND 0 = (SELECT COUNT(*) FROM tokens t WHERE t.account_id = a.id AND t.ended IS NULL))
        UNION SELECT #account# FROM bookings b WHERE b.status = 'in_flight'
        UNION SELECT #account# FROM bookings b WHERE b.status = 'pending' AND b.next_try < ?
        UNION SELECT #account# FROM bookings b WHERE b.status = 'pending' AND b.desired_time <= ?
        UNION SELECT #account# FROM bookings b WHERE b.status = 'unknown' AND b.desired_time > ?
        UNION SELECT account_id FROM schedules
          WHERE status = 'active' AND (filled_until < ? OR (filled_with <> ? AND filled_with <> ''))
        UNION SELECT account_id FROM tokens
          WHERE ended IS NULL AND (refreshed_at <= ? OR refreshed_at > ? OR refresh_expiry <= ?)
        UNION SELECT account_id FROM credentials WHERE tries > 0 AND refused IS NULL
        UNION SELECT c.account_id FROM credentials c LEFT JOIN tokens t ON t.account_id = c.account_id
          WHERE c.refused IS NULL
            AND (t.account_id IS NULL OR t.ended IS NOT NULL OR t.session_end < ?)
        UNION SELECT near.id FROM (SELECT #account# AS id, b.next_try FROM bookings b
            WHERE b.status = 'pending' AND b.next_try < ?) near
          WHERE 0 < (SELECT COUNT(*) FROM accounts w LEFT JOIN tokens t ON t.account_id = w.id
            WHERE w.id = near.id AND (t.account_id IS NULL OR t.ended IS NOT NULL
              OR ((t.session_end <= near.next_try
                  OR t.session_begun + w.session_seconds * INTERVAL '1' SECOND <= near.next_try)
                AND (w.forewarned_until IS NULL OR w.forewarned_until < near.next_try))))
        UNION SELECT account_id FROM outbox WHERE next_try <= ? OR claimed_by IS NOT NULL
        UNION SELECT account_id FROM troubles WHERE NOT is_over AND subject NOT LIKE 'booking:%')
        AS busy (id) ORDER BY busy.id
      """
          .replace(
              "#account#", "(SELECT s.account_id FROM schedules s WHERE s.id = b.schedule_id)");

  /** Whoever has a schedule needs a session; the rest is what runs have met already. */
  private static final String IN_TROUBLE =
      """
      SELECT a.name FROM accounts a JOIN (
        SELECT account_id FROM schedules s WHERE s.status = 'active'
          AND 0 = (SELECT COUNT(*) FROM tokens t WHERE t.account_id = s.account_id
            AND t.ended IS NULL AND (t.refresh_expiry IS NULL OR t.refresh_expiry > ?))
        UNION SELECT #account# FROM bookings b WHERE b.status = 'unknown' AND b.desired_time > ?
        UNION SELECT account_id FROM credentials WHERE refused IS NOT NULL OR tries > 0
        UNION SELECT account_id FROM outbox WHERE last_error IS NOT NULL
        UNION SELECT account_id FROM troubles WHERE NOT is_over)
        AS troubled (id) ON a.id = troubled.id
      ORDER BY a.id FETCH FIRST %s ROWS ONLY
      """
          .replace(
              "#account#", "(SELECT s.account_id FROM schedules s WHERE s.id = b.schedule_id)");

  private final Sql sql;

  BusyAccounts(Sql sql) {
    this.sql = sql;
  }

  /**
   * What decides whether an account has something to do.
   *
   * @param now the time of the run
   * @param horizon bookings that open before it are taken
   * @param filled schedules that have bookings until then are not filled again
   * @param filledWith the settings that bookings are made by
   * @param refreshed tokens that were refreshed earlier are old
   * @param warned nobody is warned of a session's end before an opening after it
   * @param renewed a session that ends before it is replaced by a new one
   */
  public record Look(
      Instant now,
      Instant horizon,
      Instant filled,
      String filledWith,
      Instant refreshed,
      Instant warned,
      Instant renewed) {}

  /** The name of the oldest account; empty where there is none. */
  public Optional<String> oldest() {
    return first(1).stream().findFirst();
  }

  /**
   * The names of all accounts, the oldest first, where they are few: then to look at each is what a
   * run does anyway. Empty where they are many, of which each minute looks at some.
   */
  public Optional<List<String>> few() {
    return Optional.of(first(FEW + 1)).filter(all -> all.size() <= FEW);
  }

  /** Whether there are several accounts, and few. */
  public boolean isHouse() {
    return few().filter(all -> all.size() > 1).isPresent();
  }

  /** The names of those that runs have, or will have, trouble with: the oldest, so many at most. */
  public List<String> inTrouble(Instant now, int most) {
    return sql.query(IN_TROUBLE.formatted(most), row -> row.getString("name"), now, now);
  }

  private List<String> first(int most) {
    return sql.query(FIRST.formatted(most), row -> row.getString("name"));
  }

  /**
   * The names of all accounts that have something to do. What has no time of its own, such as what
   * a wrong clock has left, is looked for in each account once a day, in a minute of its own.
   */
  public List<String> busy(Look look) {
    Instant now = look.now();
    return sql.query(
        BUSY,
        row -> row.getString("name"),
        Math.floorMod(now.getEpochSecond() / 60, 1440),
        look.horizon(),
        now,
        now,
        look.filled(),
        look.filledWith(),
        look.refreshed(),
        now.plusSeconds(60),
        now.plusSeconds(600),
        look.renewed(),
        look.warned(),
        now);
  }
}
