package dev.court.sandbox.realm;

import java.util.List;

/**
 * Somebody with an account at the building.
 *
 * @param standing what the realm makes of them at a sign-in
 */
public record User(String username, String password, String occupantId, Standing standing) {
  /** The one that is always there. */
  public static final User PLAYER = new User("player@example.com", "sandbox", "133055");

  /** The player, and others with the same password who cannot sign in. */
  public static final List<User> ALL =
      List.of(
          PLAYER,
          new User("disabled@example.com", "sandbox", "2", Standing.DISABLED),
          new User("locked@example.com", "sandbox", "3", Standing.LOCKED),
          new User("code@example.com", "sandbox", "4", Standing.ONE_TIME_CODE),
          new User("renew@example.com", "sandbox", "5", Standing.NEW_PASSWORD),
          new User("consent@example.com", "sandbox", "6", Standing.CONSENT));

  /** Somebody who can sign in. */
  public User(String username, String password, String occupantId) {
    this(username, password, occupantId, Standing.ACTIVE);
  }
}
