package dev.court.store;

import dev.court.secret.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** User names and passwords, one an account at most; sealed before they come here. */
public final class Credentials {
  private final Sql sql;

  Credentials(Sql sql) {
    this.sql = sql;
  }

  public Optional<StoredCredentials> find(long accountId) {
    return sql.first(
        "SELECT * FROM credentials WHERE account_id = ?", Credentials::credentials, accountId);
  }

  /** Whether none are stored for any account. */
  public boolean isEmpty() {
    return sql.first("SELECT 1 FROM credentials", row -> true).isEmpty();
  }

  /** Keeps them as never tried. */
  public void put(long accountId, Sealed username, Sealed password) {
    remove(accountId);
    sql.update(
        "INSERT INTO credentials (account_id, username, password, tries) VALUES (?, ?, ?, 0)",
        accountId,
        username.text(),
        password.text());
  }

  /** Keeps why the realm refused them, so that no later run tries them again. */
  public void refused(long accountId, String reason) {
    sql.update("UPDATE credentials SET refused = ? WHERE account_id = ?", reason, accountId);
  }

  /** Counts a sign-in that came to nothing. */
  public void failed(long accountId, Instant at, String trouble) {
    sql.update(
        "UPDATE credentials SET tries = tries + 1, tried_at = ?, trouble = ? WHERE account_id = ?",
        at,
        trouble,
        accountId);
  }

  /** They work: whatever went wrong before is over. */
  public void worked(long accountId) {
    sql.update(
        """
        UPDATE credentials SET tries = 0, tried_at = NULL, trouble = NULL, refused = NULL
        WHERE account_id = ?
        """,
        accountId);
  }

  /** How many were forgotten: none or one. */
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
