package dev.court.sandbox;

/** Somebody with an account at the building. */
public record User(String username, String password, String occupantId) {
  /** The one that is always there. */
  public static final User PLAYER = new User("player@example.com", "sandbox", "133055");
}
