package dev.court.sandbox.realm;

import java.time.Duration;

/**
 * How long what the realm gives out is good for.
 *
 * @param access of an access token
 * @param refresh of a refresh token
 * @param session from sign-in to the hard end, which nothing outlives
 */
public record TokenLifetimes(Duration access, Duration refresh, Duration session) {
  /** As seen at the real realm, but for the session's end, which is only known to be hours away. */
  public static final TokenLifetimes DEFAULT =
      new TokenLifetimes(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofHours(10));
}
