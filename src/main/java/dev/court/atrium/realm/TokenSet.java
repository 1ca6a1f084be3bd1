package dev.court.atrium.realm;

import dev.court.secret.Secret;
import java.time.Instant;

/**
 * The tokens of a session.
 *
 * @param accessToken for the API
 * @param refreshToken for the next refresh; with rotation it works once
 * @param accessExpiry counted from the sending of the request, so it is never too late
 * @param refreshExpiry likewise; null when the realm does not say, as Keycloak for offline tokens
 *     ({@code refresh_expires_in} of 0)
 * @param sessionState the realm's name for the session; null when it gives none
 * @param begun when the person or the program signed in, never later than now; null when the realm
 *     does not say ({@code auth_time}, OpenID Connect Core 1.0, 2)
 */
public record TokenSet(
    Secret accessToken,
    Secret refreshToken,
    Instant accessExpiry,
    Instant refreshExpiry,
    String sessionState,
    Instant begun) {

  /** The same tokens, with {@code at} as the beginning of the session unless they state another. */
  TokenSet orBegun(Instant at) {
    return begun != null
        ? this
        : new TokenSet(accessToken, refreshToken, accessExpiry, refreshExpiry, sessionState, at);
  }

  /** No session name either: a session cookie holds it. */
  @Override
  public String toString() {
    return "TokenSet[access until %s, refresh until %s]".formatted(accessExpiry, refreshExpiry);
  }
}
