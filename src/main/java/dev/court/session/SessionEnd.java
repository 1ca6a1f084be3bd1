package dev.court.session;

import dev.court.atrium.realm.TokenSet;
import dev.court.store.SessionSpan;
import dev.court.store.StoredTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Computes when a session ends, which no refresh can move. The realm does not say it. But no token
 * outlives its session, so that a refresh token with a shorter life than the one before it shows
 * the end.
 */
public final class SessionEnd {
  /** Lives differ by so much through whole seconds and slow answers. */
  private static final Duration NOISE = Duration.ofSeconds(10);

  /**
   * Keycloak's default for SSO Session Max; a guess until a session of this realm shows its end.
   */
  private static final Duration USUAL = Duration.ofHours(10);

  private SessionEnd() {}

  /** Begin and end, as far as the new tokens and the earlier knowledge show them. */
  static SessionSpan span(
      SessionSpan known, Optional<StoredTokens> before, TokenSet fresh, Instant now) {
    Instant begun = fresh.begun();
    if (begun == null && isSameSession(before, fresh)) {
      begun = known.begun();
    }
    Optional<Instant> end =
        shownBy(before, fresh, now)
            .or(() -> stillShown(Optional.ofNullable(known.end()), before, fresh));
    return new SessionSpan(begun, end.orElse(null));
  }

  /**
   * Guesses when a session ends whose end is not known yet. There is no guess when that instant has
   * passed, or a token outlives it.
   *
   * @param length how long the account's sessions last; empty when that is not known
   */
  public static Optional<Instant> likely(
      SessionSpan span, StoredTokens tokens, Optional<Duration> length, Instant now) {
    if (span.begun() == null || span.end() != null || tokens.refreshExpiry() == null) {
      return Optional.empty();
    }
    return Optional.of(span.begun().plus(length.orElse(USUAL)))
        .filter(end -> end.isAfter(now))
        .filter(end -> !tokens.refreshExpiry().isAfter(end.plus(NOISE)));
  }

  /** The end, if the new tokens show it; empty for tokens of another session. */
  private static Optional<Instant> shownBy(
      Optional<StoredTokens> before, TokenSet fresh, Instant now) {
    return before
        .filter(old -> Objects.equals(old.sessionState(), fresh.sessionState()))
        .filter(old -> old.refreshExpiry() != null && fresh.refreshExpiry() != null)
        .filter(old -> old.accessToken() != null && old.ended() == null)
        .filter(old -> isSteady(old, now))
        .filter(old -> left(fresh, now).plus(NOISE).compareTo(life(old)) < 0)
        .map(old -> fresh.refreshExpiry());
  }

  /**
   * Keeps a known end for the same session, since two refreshes in a row may show nothing; unless
   * the new tokens outlive it.
   */
  private static Optional<Instant> stillShown(
      Optional<Instant> known, Optional<StoredTokens> before, TokenSet fresh) {
    return known
        .filter(end -> isSameSession(before, fresh) && fresh.refreshExpiry() != null)
        .filter(end -> !fresh.refreshExpiry().isAfter(end.plus(NOISE)));
  }

  private static boolean isSameSession(Optional<StoredTokens> before, TokenSet fresh) {
    return before
        .filter(old -> old.ended() == null && old.sessionState() != null)
        .filter(old -> old.sessionState().equals(fresh.sessionState()))
        .isPresent();
  }

  /** A token that was given after now, or has expired and is taken all the same: a wrong clock. */
  private static boolean isSteady(StoredTokens old, Instant now) {
    return !old.refreshedAt().isAfter(now) && !old.refreshExpiry().isBefore(now);
  }

  private static Duration left(TokenSet fresh, Instant now) {
    return Duration.between(now, fresh.refreshExpiry());
  }

  private static Duration life(StoredTokens tokens) {
    return Duration.between(tokens.refreshedAt(), tokens.refreshExpiry());
  }
}
