package dev.court.store;

import dev.court.secret.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The remembered user name and password of each account, sealed by the caller. */
public final class Credentials {
  private final Sql sql;

  Credentials(Sql sql) {
    this.sql = sql;
  }

  public Optional<StoredCredentials> find(long accountId) {
    return sql.first(
        "SELECT * FROM credentials WHERE account_id = ?", Credentials::credentials, accountId);
  }

  /** Whether no account has credentials. */
  public boolean isEmpty() {
    return sql.first("SELECT 1 FROM credentials", row -> true).isEmpty();
  }

  /** Replaces the credentials of an account; no sign-in has been tried with the new ones. */
  public void put(long accountId, Sealed username, Sealed password) {
    remove(accountId);
    sql.update(
        "INSERT INTO credentials (account_id, username, password, tries) VALUES (?, ?, ?, 0)",
        accountId,
        username.text(),
        password.text());
  }

  /** Stores why the realm refused the credentials: no later run tries them again. */
  public void recordRefusal(long accountId, String reason) {
    sql.update("UPDATE credentials SET refused = ? WHERE account_id = ?", reason, accountId);
  }

  /** Counts a sign-in that failed without a refusal. */
  public void recordFailure(long accountId, Instant at, String trouble) {
    sql.update(
        "UPDATE credentials SET tries = tries + 1, tried_at = ?, trouble = ? WHERE account_id = ?",
        at,
        trouble,
        accountId);
  }

  /** Stores that a sign-in worked: earlier failures and refusals are forgotten. */
  public void recordSuccess(long accountId) {
    sql.update(
        """
        UPDATE credentials SET tries = 0, tried_at = NULL, trouble = NULL, refused = NULL
        WHERE account_id = ?
        """,
        accountId);
  }

  /** Deletes the credentials of an account, and returns how many there were: none or one. */
  public int remove(long accountId) {
    return sql.update("DELETE FROM credentials WHERE account_id = ?", accountId);
  }

  private static StoredCredentials credentials(ResultSet row) throws SQLException {
    return new StoredCredentials(
        new Sealed(row.getString("username")),
        new Sealed(row.getString("password")),
        row.getString("refused"),
        row.getInt("tries"),
        Sql.instant(row, "tried_at"),
        row.getString("trouble"));
  }
}
