package dev.court.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From a sign-in to the end that comes whatever one does.
 *
 * @param begun null when nobody knows
 * @param end null until the realm's answers show it
 */
public record SessionSpan(Instant begun, Instant end) {
  /** Nothing is known. */
  public static final SessionSpan UNKNOWN = new SessionSpan(null, null);

  /** How long such a session lasts; empty unless both ends are known. */
  public Optional<Duration> length() {
    return begun == null || end == null
        ? Optional.empty()
        : Optional.of(Duration.between(begun, end))
            .filter(length -> length.compareTo(Duration.ZERO) > 0);
  }
}
