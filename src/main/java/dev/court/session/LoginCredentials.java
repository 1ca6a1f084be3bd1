package dev.court.session;

import dev.court.booking.InvalidRequest;
import dev.court.secret.Secret;

/** A user name and a password that a person types. */
public record LoginCredentials(String username, Secret password) {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PASSWORD = 1_000;

  /**
   * Checks both; the blanks around the name are removed, the password stays as it is.
   *
   * @throws InvalidRequest when one of them is missing or not possible
   */
  public static LoginCredentials of(String username, String password) {
    String name = username.strip();
    if (name.isEmpty()) {
      throw new InvalidRequest("there is no user name: give it with --username");
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidRequest("that is no user name: it is one line of at most 255 characters");
    }
    if (password.isEmpty()) {
      throw new InvalidRequest(
          "there is no password: type it at the terminal, or give --password-file or standard"
              + " input");
    }
    if (password.length() > LONGEST_PASSWORD) {
      throw new InvalidRequest("that is no password: it is one line of at most 1000 characters");
    }
    return new LoginCredentials(name, Secret.of(password));
  }
}
