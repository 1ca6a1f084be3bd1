package dev.court.sandbox.realm;

import java.time.Duration;

/**
 * How long tokens and sessions are valid.
 *
 * @param access of an access token
 * @param refresh of a refresh token
 * @param session from sign-in to the hard end, which nothing outlives
 */
public record TokenLifetimes(Duration access, Duration refresh, Duration session) {
  /** As seen at the real realm; of the session's end only is known that it is hours away. */
  public static final TokenLifetimes DEFAULT =
      new TokenLifetimes(Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofHours(10));
}
