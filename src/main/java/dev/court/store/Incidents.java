package dev.court.store;

import dev.court.booking.Incident;
import java.util.List;
import java.util.Optional;

/** Trouble that lasts, one row a subject. */
public final class Incidents {
  private static final int LONGEST_REASON = 1_000;

  private final Sql sql;

  Incidents(Sql sql) {
    this.sql = sql;
  }

  public Optional<Incident> find(long accountId, String subject) {
    return all(accountId).stream().filter(one -> one.subject().equals(subject)).findFirst();
  }

  /** Every one of an account, those that passed lately too. */
  public List<Incident> all(long accountId) {
    return sql.query(
        "SELECT * FROM troubles WHERE account_id = ? ORDER BY subject",
        row ->
            new Incident(
                row.getString("subject"),
                row.getString("reason"),
                Sql.instant(row, "since"),
                Sql.instant(row, "told_at"),
                row.getBoolean("announced"),
                row.getBoolean("is_over")),
        accountId);
  }

  public void put(long accountId, Incident trouble) {
    remove(accountId, trouble.subject());
    String reason = trouble.reason();
    sql.update(
        """
        INSERT INTO troubles (account_id, subject, reason, since, told_at, announced, is_over)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        accountId,
        trouble.subject(),
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason,
        trouble.since(),
        trouble.toldAt(),
        trouble.announced(),
        trouble.isOver());
  }

  public void remove(long accountId, String subject) {
    sql.update("DELETE FROM troubles WHERE account_id = ? AND subject = ?", accountId, subject);
  }
}
