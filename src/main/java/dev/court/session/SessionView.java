package dev.court.session;

import dev.court.store.StoredTokens;
import java.time.Instant;

/**
 * The stored session as it is now, without its tokens. Unlike {@link SessionOutlook}, it says
 * nothing of remembered credentials and of what comes.
 *
 * @param signedIn whether tokens are stored
 * @param accessExpiry null when there is no access token yet
 * @param refreshExpiry null when the realm names none
 * @param refreshedAt null before the first refresh
 * @param ended why the session cannot be used any more; null while it can
 */
public record SessionView(
    boolean signedIn,
    Instant accessExpiry,
    Instant refreshExpiry,
    Instant refreshedAt,
    String ended) {
  /** Nobody is signed in. */
  public static final SessionView NONE = new SessionView(false, null, null, null, null);

  static SessionView of(StoredTokens tokens) {
    return new SessionView(
        true,
        tokens.accessExpiry(),
        tokens.refreshExpiry(),
        tokens.refreshedAt().equals(Instant.EPOCH) ? null : tokens.refreshedAt(),
        tokens.ended());
  }

  /** Whether the session can be used at {@code now}, as far as that is known without the realm. */
  public boolean isAlive(Instant now) {
    return signedIn && ended == null && (refreshExpiry == null || refreshExpiry.isAfter(now));
  }
}
