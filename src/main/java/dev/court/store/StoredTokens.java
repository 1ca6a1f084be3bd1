package dev.court.store;

import dev.court.secret.Sealed;
import java.time.Instant;

/**
 * The session of an account, sealed.
 *
 * @param accessToken null until the first refresh
 * @param refreshToken never null
 * @param accessExpiry null until the first refresh
 * @param refreshExpiry null when the realm names none
 * @param sessionState the realm's name for the session; null when the realm did not say
 * @param refreshedAt when these tokens were received; the epoch for a token that no realm has seen
 * @param ended why the session cannot be used any more; null while it can
 */
public record StoredTokens(
    Sealed accessToken,
    Sealed refreshToken,
    Instant accessExpiry,
    Instant refreshExpiry,
    String sessionState,
    Instant refreshedAt,
    String ended) {

  /** Whether the access token can be used until then and longer. */
  public boolean outlives(Instant instant) {
    return ended == null
        && accessToken != null
        && accessExpiry != null
        && accessExpiry.isAfter(instant);
  }
}
