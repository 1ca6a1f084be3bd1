package dev.court.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time from the sign-in to the end of a session, which no refresh can move.
 *
 * @param begun null when it is not known
 * @param end null until the realm's answers show it
 */
public record SessionSpan(Instant begun, Instant end) {
  /** A span of which neither end is known. */
  public static final SessionSpan UNKNOWN = new SessionSpan(null, null);

  /** How long the session lasts; empty unless both ends are known. */
  public Optional<Duration> length() {
    return begun == null || end == null
        ? Optional.empty()
        : Optional.of(Duration.between(begun, end))
            .filter(length -> length.compareTo(Duration.ZERO) > 0);
  }
}
