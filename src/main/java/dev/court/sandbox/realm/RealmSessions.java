package dev.court.sandbox.realm;

import dev.court.sandbox.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions of the realm. With rotation a refresh token works once; a second use ends its
 * session with everything that was refreshed since, as Keycloak does. Access tokens stay good until
 * they expire, since the API checks only their signature and time.
 */
public final class RealmSessions {
  private record IssuedTokens(RealmSession session, Instant expiry) {}

  private final InstantSource clock;
  private final TokenLifetimes lifetimes;
  private final boolean rotation;
  private final TokenMint mint = new TokenMint();
  private final Map<String, IssuedTokens> accessTokens = new HashMap<>();
  private final Map<String, IssuedTokens> refreshTokens = new HashMap<>();

  public RealmSessions(InstantSource clock, RealmOptions options) {
    this.clock = clock;
    this.lifetimes = options.lifetimes();
    this.rotation = options.rotation();
  }

  /** A new session, as after a sign-in. */
  public TokenGrant open(User user) {
    return open(user, null);
  }

  /**
   * A new session, whose tokens come with an ID token.
   *
   * @param nonce that the ID token repeats; null for none
   */
  public synchronized TokenGrant open(User user, String nonce) {
    return grant(new RealmSession(user, clock.instant(), lifetimes.session(), nonce));
  }

  /**
   * New tokens for a refresh token.
   *
   * @throws Refusal when it is expired, unknown, or used before
   */
  synchronized TokenGrant refresh(String refreshToken) {
    RealmSession session = live(refreshToken);
    if (rotation && !session.isNewest(refreshToken)) {
      session.finish();
      throw invalidGrant(Messages.REUSED);
    }
    return grant(session);
  }

  /**
   * Ends the session of a refresh token.
   *
   * @throws Refusal when there is none
   */
  synchronized void end(String refreshToken) {
    live(refreshToken).finish();
  }

  /** Ends them all, as an administrator would. */
  synchronized void endAll() {
    refreshTokens.values().forEach(issued -> issued.session().finish());
  }

  /** Whose access token that is; empty when it is unknown or expired. */
  public synchronized Optional<User> userOf(String accessToken) {
    return Optional.ofNullable(accessTokens.get(accessToken))
        .filter(issued -> clock.instant().isBefore(issued.expiry()))
        .map(issued -> issued.session().user());
  }

  private RealmSession live(String refreshToken) {
    IssuedTokens issued = refreshTokens.get(refreshToken);
    if (issued == null) {
      throw invalidGrant(Messages.INVALID_REFRESH);
    }
    if (!clock.instant().isBefore(issued.expiry())) {
      throw invalidGrant(Messages.NOT_ACTIVE);
    }
    if (issued.session().isOver()) {
      throw invalidGrant(Messages.SESSION_OVER);
    }
    return issued.session();
  }

  private TokenGrant grant(RealmSession session) {
    Instant now = clock.instant();
    Duration accessLife = session.capped(lifetimes.access(), now);
    Duration refreshLife = session.capped(lifetimes.refresh(), now);
    IssuedTokens access = new IssuedTokens(session, now.plus(accessLife));
    IssuedTokens refresh = new IssuedTokens(session, now.plus(refreshLife));
    String accessToken = mint.mint("Bearer", session, access.expiry());
    String refreshToken = mint.mint("Refresh", session, refresh.expiry());
    accessTokens.put(accessToken, access);
    refreshTokens.put(refreshToken, refresh);
    session.renewed(refreshToken);
    String idToken = mint.mint("ID", session, access.expiry(), session.nonce());
    return new TokenGrant(
        session.id(), accessToken, accessLife, refreshToken, refreshLife, idToken);
  }

  private static Refusal invalidGrant(String description) {
    return RealmApi.refusal(400, "invalid_grant", description);
  }
}
