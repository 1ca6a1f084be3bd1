package dev.court.sandbox.realm;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One session since its sign-in; guarded by {@link RealmSessions}. */
final class RealmSession {
  private final String id = UUID.randomUUID().toString();
  private final User user;
  private final Instant begun;
  private final Instant end;
  private final String nonce;
  private String newestRefreshToken = "";
  private boolean over;

  /**
   * A session of that user.
   *
   * @param nonce of its sign-in; null when there was none
   */
  RealmSession(User user, Instant begun, Duration life, String nonce) {
    this.user = user;
    this.begun = begun;
    this.end = begun.plus(life);
    this.nonce = nonce;
  }

  String nonce() {
    return nonce;
  }

  String id() {
    return id;
  }

  Instant begun() {
    return begun;
  }

  User user() {
    return user;
  }

  /** A lifetime, cut at the end of the session. */
  Duration capped(Duration life, Instant now) {
    Duration left = Duration.between(now, end);
    return left.compareTo(life) < 0 ? left : life;
  }

  void renewed(String refreshToken) {
    newestRefreshToken = refreshToken;
  }

  boolean isNewest(String refreshToken) {
    return newestRefreshToken.equals(refreshToken);
  }

  void finish() {
    over = true;
  }

  boolean isOver() {
    return over;
  }
}
