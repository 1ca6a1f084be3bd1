package dev.court.session;

import dev.court.store.SessionSpan;
import dev.court.store.Store;
import dev.court.store.StoredCredentials;
import dev.court.store.StoredTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an automatic sign-in is possible now, and due.
 *
 * @param isPossible whether credentials are remembered that the realm has not refused
 * @param isDue whether it is time to sign in with them
 * @param inTrouble whether the latest sign-in with them failed
 */
public record SignInReadiness(boolean isPossible, boolean isDue, boolean inTrouble) {
  /**
   * A new session is begun so long before the old one ends: more than the time between two
   * refreshes.
   */
  public static final Duration AHEAD = Duration.ofMinutes(30);

  private static final SignInReadiness NONE = new SignInReadiness(false, false, false);

  /** Reads it from the credentials and the session of an account. */
  public static SignInReadiness of(Store store, long account, Instant now) {
    return store
        .credentials()
        .find(account)
        .filter(credentials -> credentials.refused() == null)
        .map(credentials -> of(credentials, isNewSessionNeeded(store, account, now), now))
        .orElse(NONE);
  }

  private static SignInReadiness of(StoredCredentials credentials, boolean isNeeded, Instant now) {
    boolean hasWaited = !now.isBefore(SignInBackoff.nextTry(credentials, SignInBackoff.LONGEST));
    return new SignInReadiness(true, isNeeded && hasWaited, credentials.tries() > 0);
  }

  private static boolean isNewSessionNeeded(Store store, long account, Instant now) {
    Optional<StoredTokens> tokens = store.tokens().find(account);
    return tokens.filter(present -> present.ended() == null).isEmpty()
        || endsBefore(now.plus(AHEAD), store.tokens().span(account));
  }

  private static boolean endsBefore(Instant instant, SessionSpan span) {
    return span.end() != null && span.end().isBefore(instant);
  }
}
