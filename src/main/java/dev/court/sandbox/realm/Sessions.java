package dev.court.sandbox.realm;

import dev.court.sandbox.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is signed in. With rotation a refresh token works once; the second use ends its session with
 * everything that was refreshed since, as Keycloak does. Access tokens are good until they expire
 * even so, since the API checks no more than their signature and time.
 */
public final class Sessions {
  private record Issued(Session session, Instant expiry) {}

  private final InstantSource clock;
  private final Lives lives;
  private final boolean rotation;
  private final TokenMint mint = new TokenMint();
  private final Map<String, Issued> accessTokens = new HashMap<>();
  private final Map<String, Issued> refreshTokens = new HashMap<>();

  public Sessions(InstantSource clock, Lives lives, boolean rotation) {
    this.clock = clock;
    this.lives = lives;
    this.rotation = rotation;
  }

  /** A new session, as after a sign-in. */
  public Grant open(User user) {
    return open(user, null);
  }

  /**
   * A new session, whose tokens come with an ID token.
   *
   * @param nonce that the ID token repeats; null for none
   */
  public synchronized Grant open(User user, String nonce) {
    return grant(new Session(user, clock.instant(), lives.session(), nonce));
  }

  /**
   * New tokens for a refresh token.
   *
   * @throws Refusal when it is expired, unknown, or used before
   */
  synchronized Grant refresh(String refreshToken) {
    Session session = live(refreshToken);
    if (rotation && !session.isNewest(refreshToken)) {
      session.finish();
      throw invalidGrant(Wording.REUSED);
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
  public synchronized void endAll() {
    refreshTokens.values().forEach(issued -> issued.session().finish());
  }

  /** Whose access token that is; empty when it is unknown or expired. */
  public synchronized Optional<User> userOf(String accessToken) {
    return Optional.ofNullable(accessTokens.get(accessToken))
        .filter(issued -> clock.instant().isBefore(issued.expiry()))
        .map(issued -> issued.session().user());
  }

  private Session live(String refreshToken) {
    Issued issued = refreshTokens.get(refreshToken);
    if (issued == null) {
      throw invalidGrant(Wording.INVALID_REFRESH);
    }
    if (!clock.instant().isBefore(issued.expiry())) {
      throw invalidGrant(Wording.NOT_ACTIVE);
    }
    if (issued.session().isOver()) {
      throw invalidGrant(Wording.SESSION_OVER);
    }
    return issued.session();
  }

  private Grant grant(Session session) {
    Instant now = clock.instant();
    Duration accessLife = session.capped(lives.access(), now);
    Duration refreshLife = session.capped(lives.refresh(), now);
    Issued access = new Issued(session, now.plus(accessLife));
    Issued refresh = new Issued(session, now.plus(refreshLife));
    String accessToken = mint.mint("Bearer", session, access.expiry());
    String refreshToken = mint.mint("Refresh", session, refresh.expiry());
    accessTokens.put(accessToken, access);
    refreshTokens.put(refreshToken, refresh);
    session.renewed(refreshToken);
    String idToken = mint.mint("ID", session, access.expiry(), session.nonce());
    return new Grant(session.id(), accessToken, accessLife, refreshToken, refreshLife, idToken);
  }

  private static Refusal invalidGrant(String description) {
    return Realm.refusal(400, "invalid_grant", description);
  }
}
