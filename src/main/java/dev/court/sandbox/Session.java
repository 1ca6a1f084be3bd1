package dev.court.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One sign-in and what came of it; guarded by {@link Sessions}. */
final class Session {
  private final String id = UUID.randomUUID().toString();
  private final User user;
  private final Instant end;
  private String newestRefreshToken = "";
  private boolean over;

  Session(User user, Instant end) {
    this.user = user;
    this.end = end;
  }

  String id() {
    return id;
  }

  User user() {
    return user;
  }

  /** Nothing outlives the session. */
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
