package dev.court.store;

import java.time.Instant;
import java.util.Optional;

/** Whose bookings they are. */
public final class Accounts {
  private final Sql sql;

  Accounts(Sql sql) {
    this.sql = sql;
  }

  public Optional<Long> find(String name) {
    return sql.first("SELECT id FROM accounts WHERE name = ?", row -> row.getLong("id"), name);
  }

  /** The account of that name, made when there is none. */
  public long findOrAdd(String name) {
    return find(name).orElseGet(() -> sql.insert("INSERT INTO accounts (name) VALUES (?)", name));
  }

  /** When the person was last told that nothing can be booked for this account. */
  public Optional<Instant> warnedAt(long id) {
    return sql.first(
        "SELECT warned_at FROM accounts WHERE id = ? AND warned_at IS NOT NULL",
        row -> Sql.instant(row, "warned_at"),
        id);
  }

  /**
   * Keeps when the person was told.
   *
   * @param at null once there is nothing to tell any more
   */
  public void warned(long id, Instant at) {
    sql.update("UPDATE accounts SET warned_at = ? WHERE id = ?", at, id);
  }
}
