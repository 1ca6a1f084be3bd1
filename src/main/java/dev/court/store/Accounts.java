package dev.court.store;

import dev.court.booking.SetupProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accounts that schedules, tokens and messages belong to. */
public final class Accounts {
  /** An id that no account has: the database counts from 1. */
  public static final long NO_ACCOUNT = 0;

  private final Sql sql;

  Accounts(Sql sql) {
    this.sql = sql;
  }

  /** Returns the id of an account; empty when there is none of that name. */
  public Optional<Long> find(String name) {
    return sql.first("SELECT id FROM accounts WHERE name = ?", row -> row.getLong("id"), name);
  }

  /** Returns the name of an account; empty when there is none of that id. */
  public Optional<String> name(long id) {
    return sql.first("SELECT name FROM accounts WHERE id = ?", row -> row.getString("name"), id);
  }

  /** The names of all accounts, in the order in which they were added. */
  public List<String> names() {
    return sql.query("SELECT name FROM accounts ORDER BY id", row -> row.getString("name"));
  }

  /** The name of the account that a schedule belongs to; empty when there is no such schedule. */
  public Optional<String> ofSchedule(long id) {
    return sql.first(
        "SELECT a.name FROM schedules s JOIN accounts a ON a.id = s.account_id WHERE s.id = ?",
        row -> row.getString("name"),
        id);
  }

  /** The name of the account that a booking belongs to; empty when there is no such booking. */
  public Optional<String> ofBooking(long id) {
    return sql.first(
            "SELECT schedule_id FROM bookings WHERE id = ?", row -> row.getLong("schedule_id"), id)
        .flatMap(this::ofSchedule);
  }

  /** The refusal of a name that no account has; it says which there are. */
  public SetupProblem absent(String name) {
    List<String> names = names();
    return new SetupProblem(
        "no account '%s': there is %s; court add and court login make one"
            .formatted(name, names.isEmpty() ? "none yet" : String.join(", ", names)));
  }

  /** Returns the id of an account, and adds the account when there is none of that name. */
  public long findOrAdd(String name) {
    return find(name).orElseGet(() -> sql.insert("INSERT INTO accounts (name) VALUES (?)", name));
  }

  /** When the person was last told that nothing can be booked; empty when that is over. */
  public Optional<Instant> warnedAt(long id) {
    return sql.first(
        "SELECT warned_at FROM accounts WHERE id = ? AND warned_at IS NOT NULL",
        row -> Sql.instant(row, "warned_at"),
        id);
  }

  /** Stores that the person was told at {@code at} that nothing can be booked. */
  public void recordWarning(long id, Instant at) {
    sql.update("UPDATE accounts SET warned_at = ? WHERE id = ?", at, id);
  }

  /** Stores that bookings are possible again: the next warning is told at once. */
  public void clearWarning(long id) {
    sql.update("UPDATE accounts SET warned_at = NULL WHERE id = ?", id);
  }

  /**
   * The person was warned of the session's end for all openings before this instant; empty when no
   * such warning is in force.
   */
  public Optional<Instant> expiryWarnedUntil(long id) {
    return sql.first(
        "SELECT forewarned_until FROM accounts WHERE id = ? AND forewarned_until IS NOT NULL",
        row -> Sql.instant(row, "forewarned_until"),
        id);
  }

  /** Stores that the person was warned for all openings before {@code until}. */
  public void recordExpiryWarning(long id, Instant until) {
    sql.update("UPDATE accounts SET forewarned_until = ? WHERE id = ?", until, id);
  }

  /** Ends the warning of the session's end: the next one is told at once. */
  public void clearExpiryWarning(long id) {
    sql.update(
        """
        UPDATE accounts SET forewarned_until = NULL
        WHERE id = ? AND forewarned_until IS NOT NULL
        """,
        id);
  }

  /** How long the latest session of known length lasted; empty when there was none. */
  public Optional<Duration> sessionLength(long id) {
    return sql.first(
        "SELECT session_seconds FROM accounts WHERE id = ? AND session_seconds IS NOT NULL",
        row -> Duration.ofSeconds(row.getLong("session_seconds")),
        id);
  }

  /** Stores how long a session lasts. */
  public void recordSessionLength(long id, Duration length) {
    sql.update("UPDATE accounts SET session_seconds = ? WHERE id = ?", length.toSeconds(), id);
  }
}
