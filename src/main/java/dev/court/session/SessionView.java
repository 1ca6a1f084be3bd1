package dev.court.session;

import java.time.Instant;

/**
 * The session, without its tokens.
 *
 * @param signedIn whether tokens are stored
 * @param accessExpiry null when there is no access token yet
 * @param refreshExpiry null when the realm names none
 * @param refreshedAt null before the first refresh
 * @param ended why it cannot be used any more; null while it can
 */
public record SessionView(
    boolean signedIn,
    Instant accessExpiry,
    Instant refreshExpiry,
    Instant refreshedAt,
    String ended) {
  static final SessionView NONE = new SessionView(false, null, null, null, null);

  /** Whether it can be used at {@code now}, as far as anyone can tell without asking the realm. */
  public boolean isAlive(Instant now) {
    return signedIn && ended == null && (refreshExpiry == null || refreshExpiry.isAfter(now));
  }
}
