package dev.court.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/**
 * Text that cannot be printed by accident: a token, a password, a key. Not serializable, and
 * without a getter that a JSON mapper would find.
 */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * Holds {@code text} as it is; nothing is trimmed.
   *
   * @throws IllegalArgumentException when it is null or empty
   */
  public static Secret of(String text) {
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("a secret cannot be empty");
    }
    return new Secret(text);
  }

  /** The text itself, never null or empty. A review looks at each call. */
  public String reveal() {
    return text;
  }

  /** Takes the same time wherever two texts differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(text.getBytes(UTF_8), that.text.getBytes(UTF_8));
  }

  /** The same for all secrets: a printed hash would allow to test guesses. */
  @Override
  public int hashCode() {
    return Secret.class.getName().hashCode();
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
