package dev.court.sandbox.realm;

import java.util.List;

/**
 * A person with an account at the building.
 *
 * @param status decides how the realm answers the right password
 */
public record User(String username, String password, String occupantId, UserStatus status) {
  /** The user whose tokens the sandbox gives out. */
  public static final User PLAYER = new User("player@example.com", "sandbox", "133055");

  /** The player, and others with the same password for whom a sign-in ends differently. */
  public static final List<User> ALL =
      List.of(
          PLAYER,
          new User("disabled@example.com", "sandbox", "2", UserStatus.DISABLED),
          new User("locked@example.com", "sandbox", "3", UserStatus.LOCKED),
          new User("code@example.com", "sandbox", "4", UserStatus.ONE_TIME_CODE),
          new User("renew@example.com", "sandbox", "5", UserStatus.NEW_PASSWORD),
          new User("consent@example.com", "sandbox", "6", UserStatus.CONSENT));

  /** A user who can sign in. */
  public User(String username, String password, String occupantId) {
    this(username, password, occupantId, UserStatus.ACTIVE);
  }
}
