package dev.court.store;

import java.time.Duration;
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

  /** The openings before this were warned of; empty when no warning is in force. */
  public Optional<Instant> forewarnedUntil(long id) {
    return sql.first(
        "SELECT forewarned_until FROM accounts WHERE id = ? AND forewarned_until IS NOT NULL",
        row -> Sql.instant(row, "forewarned_until"),
        id);
  }

  /** Keeps that the person was warned of all openings before {@code until}. */
  public void forewarned(long id, Instant until) {
    sql.update("UPDATE accounts SET forewarned_until = ? WHERE id = ?", until, id);
  }

  /** There is nothing to warn of: the next time it is told at once. */
  public void notForewarned(long id) {
    sql.update(
        """
        UPDATE accounts SET forewarned_until = NULL
        WHERE id = ? AND forewarned_until IS NOT NULL
        """,
        id);
  }

  /** How long the account's sessions last, as the latest showed; empty until one did. */
  public Optional<Duration> sessionLength(long id) {
    return sql.first(
        "SELECT session_seconds FROM accounts WHERE id = ? AND session_seconds IS NOT NULL",
        row -> Duration.ofSeconds(row.getLong("session_seconds")),
        id);
  }

  /** Keeps how long a session lasted. */
  public void sessionsLast(long id, Duration length) {
    sql.update("UPDATE accounts SET session_seconds = ? WHERE id = ?", length.toSeconds(), id);
  }
}
