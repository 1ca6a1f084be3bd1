package dev.court.session;

import dev.court.store.StoredTokens;
import java.time.Duration;
import java.time.Instant;

/** Says when a session that is only to be kept alive is refreshed. */
public final class RefreshPolicy {
  /** The seed's program refreshes as often; a session at Atrium lives for thirty minutes. */
  public static final Duration USUAL_AGE = Duration.ofMinutes(20);

  private RefreshPolicy() {}

  /**
   * Whether tokens are old enough to be refreshed.
   *
   * @param tokens as they are stored; an untried token, without access token, is due by its age too
   */
  public static boolean isDue(StoredTokens tokens, Instant now) {
    return !due(tokens).isAfter(now);
  }

  /** When tokens are old enough. */
  public static Instant due(StoredTokens tokens) {
    return tokens.refreshedAt().plus(oldest(tokens));
  }

  /** Where tokens live shorter than usual, a third of their life is left in reserve. */
  private static Duration oldest(StoredTokens tokens) {
    if (tokens.refreshExpiry() == null || tokens.accessToken() == null) {
      return USUAL_AGE;
    }
    Duration twoThirds =
        Duration.between(tokens.refreshedAt(), tokens.refreshExpiry()).multipliedBy(2).dividedBy(3);
    return twoThirds.compareTo(USUAL_AGE) < 0 ? twoThirds : USUAL_AGE;
  }
}
