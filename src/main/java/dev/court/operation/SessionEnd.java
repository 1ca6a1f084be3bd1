package dev.court.operation;

import dev.court.atrium.TokenSet;
import dev.court.store.StoredTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When a session ends whatever one does. The realm does not say; but no token outlives the session,
 * so that a refresh token with less life than the one before it tells.
 */
final class SessionEnd {
  /** Whole seconds, and answers that took their time, make as much of a difference. */
  private static final Duration NOISE = Duration.ofSeconds(10);

  private SessionEnd() {}

  /** The end, as far as the new tokens show it; empty for those of another session. */
  static Optional<Instant> shownBy(Optional<StoredTokens> before, TokenSet fresh, Instant now) {
    return before
        .filter(old -> Objects.equals(old.sessionState(), fresh.sessionState()))
        .filter(old -> old.refreshExpiry() != null && fresh.refreshExpiry() != null)
        .filter(old -> old.accessToken() != null && old.ended() == null)
        .filter(old -> left(fresh, now).plus(NOISE).compareTo(life(old)) < 0)
        .map(old -> fresh.refreshExpiry());
  }

  /**
   * An end that showed before goes on to hold for the same session, though two refreshes in a row
   * show nothing; unless the new tokens outlive it.
   */
  static Optional<Instant> stillShown(
      Optional<Instant> known, Optional<StoredTokens> before, TokenSet fresh) {
    boolean isSame =
        before
            .filter(old -> old.ended() == null && old.sessionState() != null)
            .filter(old -> old.sessionState().equals(fresh.sessionState()))
            .isPresent();
    return known
        .filter(end -> isSame && fresh.refreshExpiry() != null)
        .filter(end -> !fresh.refreshExpiry().isAfter(end.plus(NOISE)));
  }

  private static Duration left(TokenSet fresh, Instant now) {
    return Duration.between(now, fresh.refreshExpiry());
  }

  private static Duration life(StoredTokens tokens) {
    return Duration.between(tokens.refreshedAt(), tokens.refreshExpiry());
  }
}
