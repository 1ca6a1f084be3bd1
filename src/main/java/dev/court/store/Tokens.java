package dev.court.store;

import dev.court.secret.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The session of each account, with its tokens sealed by the caller. */
public final class Tokens {
  private final Sql sql;

  Tokens(Sql sql) {
    this.sql = sql;
  }

  public Optional<StoredTokens> find(long accountId) {
    return sql.first("SELECT * FROM tokens WHERE account_id = ?", Tokens::tokens, accountId);
  }

  /** The sessions of all accounts that have not ended. */
  public List<StoredTokens> live() {
    return sql.query("SELECT * FROM tokens WHERE ended IS NULL", Tokens::tokens);
  }

  /** Whether no account has a session. */
  public boolean isEmpty() {
    return sql.first("SELECT 1 FROM tokens", row -> true).isEmpty();
  }

  /** Replaces the session of an account. Its span is unknown afterwards. */
  public void put(long accountId, StoredTokens tokens) {
    remove(accountId);
    sql.update(
        """
        INSERT INTO tokens (account_id, access_token, refresh_token, access_expiry, refresh_expiry,
          session_state, refreshed_at, ended)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        accountId,
        text(tokens.accessToken()),
        text(tokens.refreshToken()),
        tokens.accessExpiry(),
        tokens.refreshExpiry(),
        tokens.sessionState(),
        tokens.refreshedAt(),
        tokens.ended());
  }

  /** Stores why the session cannot be used any more: no later run asks the realm again. */
  public void recordEnd(long accountId, String reason) {
    sql.update("UPDATE tokens SET ended = ? WHERE account_id = ?", reason, accountId);
  }

  /** When the session began and when it ends, as far as that is known. */
  public SessionSpan span(long accountId) {
    return sql.first(
            "SELECT session_begun, session_end FROM tokens WHERE account_id = ?",
            row ->
                new SessionSpan(Sql.instant(row, "session_begun"), Sql.instant(row, "session_end")),
            accountId)
        .orElse(SessionSpan.UNKNOWN);
  }

  /** Stores when the session began and when it ends. */
  public void recordSpan(long accountId, SessionSpan span) {
    sql.update(
        "UPDATE tokens SET session_begun = ?, session_end = ? WHERE account_id = ?",
        span.begun(),
        span.end(),
        accountId);
  }

  /** Deletes the session of an account, and returns how many there were: none or one. */
  public int remove(long accountId) {
    return sql.update("DELETE FROM tokens WHERE account_id = ?", accountId);
  }

  private static StoredTokens tokens(ResultSet row) throws SQLException {
    String access = row.getString("access_token");
    return new StoredTokens(
        access == null ? null : new Sealed(access),
        new Sealed(row.getString("refresh_token")),
        Sql.instant(row, "access_expiry"),
        Sql.instant(row, "refresh_expiry"),
        row.getString("session_state"),
        Sql.instant(row, "refreshed_at"),
        row.getString("ended"));
  }

  private static String text(Sealed sealed) {
    return sealed == null ? null : sealed.text();
  }
}
