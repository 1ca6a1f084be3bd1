package dev.court.store;

import dev.court.booking.Incident;
import java.util.List;
import java.util.Optional;

/** Trouble that lasts, one row for each subject of an account. */
public final class Incidents {
  private static final int LONGEST_REASON = 1_000;

  private final Sql sql;

  Incidents(Sql sql) {
    this.sql = sql;
  }

  public Optional<Incident> find(long accountId, String subject) {
    return all(accountId).stream().filter(one -> one.subject().equals(subject)).findFirst();
  }

  /** All incidents of an account, also those that are over. */
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

  /** Stores an incident in place of the one with its subject. A reason that is too long is cut. */
  public void put(long accountId, Incident incident) {
    remove(accountId, incident.subject());
    sql.update(
        """
        INSERT INTO troubles (account_id, subject, reason, since, told_at, announced, is_over)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        accountId,
        incident.subject(),
        Sql.cut(incident.reason(), LONGEST_REASON),
        incident.since(),
        incident.toldAt(),
        incident.announced(),
        incident.isOver());
  }

  public void remove(long accountId, String subject) {
    sql.update("DELETE FROM troubles WHERE account_id = ? AND subject = ?", accountId, subject);
  }
}
