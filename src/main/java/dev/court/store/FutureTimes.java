package dev.court.store;

import java.time.Duration;
import java.time.Instant;

/**
 * Times that lie in the future though they tell of the past: a run wrote them whose clock was
 * ahead. Left as they are, they would keep later runs from their work until they have come.
 */
public final class FutureTimes {
  /** Clocks of several machines differ by a little. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private final Sql sql;

  FutureTimes(Sql sql) {
    this.sql = sql;
  }

  /**
   * Forgets when tokens were refreshed and when they end: they are refreshed by the next run. What
   * the realm has said of the session stays.
   */
  public void forgetInSession(long accountId, Instant now) {
    sql.update(
        """
        UPDATE tokens SET refreshed_at = ?, access_expiry = NULL, refresh_expiry = NULL,
          session_begun = NULL, session_end = NULL
        WHERE account_id = ? AND refreshed_at > ?
        """,
        now.minus(Duration.ofDays(1)),
        accountId,
        latest(now));
    sql.update(
        "UPDATE credentials SET tried_at = NULL WHERE account_id = ? AND tried_at > ?",
        accountId,
        latest(now));
  }

  /**
   * Forgets when a person was told of an obstacle, and of a session's end.
   *
   * @param horizon nobody is warned of an opening after it
   */
  public void forgetWarnings(long accountId, Instant now, Instant horizon) {
    sql.update(
        """
        UPDATE accounts SET warned_at = CASE WHEN warned_at <= ? THEN warned_at END,
          forewarned_until = CASE WHEN forewarned_until <= ? THEN forewarned_until END
        WHERE id = ? AND (warned_at > ? OR forewarned_until > ?)
        """,
        latest(now),
        latest(horizon),
        accountId,
        latest(now),
        latest(horizon));
  }

  /**
   * Lets trouble begin now that began in the future, and messages be sent that are put off for
   * longer than any delivery is.
   *
   * @param lastTry no delivery is put off to an instant after it
   */
  public void forgetInMessages(long accountId, Instant now, Instant lastTry) {
    sql.update(
        """
        UPDATE troubles SET told_at = CASE WHEN told_at <= ? THEN told_at END,
          since = CASE WHEN since > ? THEN ? ELSE since END
        WHERE account_id = ? AND (told_at > ? OR since > ?)
        """,
        latest(now),
        latest(now),
        now,
        accountId,
        latest(now),
        latest(now));
    sql.update(
        "UPDATE outbox SET next_try = ? WHERE account_id = ? AND next_try > ?",
        now,
        accountId,
        latest(lastTry));
  }

  private static Instant latest(Instant instant) {
    return instant.plus(TOLERANCE);
  }
}
