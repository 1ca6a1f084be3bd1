package dev.court.session;

import dev.court.store.StoredCredentials;
import java.time.Duration;
import java.time.Instant;

/** How long to wait after a sign-in that failed: the wait doubles with each failure. */
final class SignInBackoff {
  static final Duration LONGEST = Duration.ofMinutes(30);

  /** The longest wait when an opening is near, or a person is waiting. */
  static final Duration LONGEST_WHEN_URGENT = Duration.ofSeconds(20);

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 5;

  private SignInBackoff() {}

  /** The instant from which the credentials may be tried; the epoch when no sign-in has failed. */
  static Instant nextTry(StoredCredentials credentials, Duration longest) {
    if (credentials.triedAt() == null) {
      return Instant.EPOCH;
    }
    int doublings = Math.min(credentials.tries() - 1, MOST_DOUBLINGS);
    Duration wait = FIRST.multipliedBy(1L << Math.max(0, doublings));
    return credentials.triedAt().plus(wait.compareTo(longest) < 0 ? wait : longest);
  }
}
