package dev.court.secret;

/**
 * A sealed {@link Secret}: ciphertext that is safe to store, since nobody can open it without the
 * key.
 *
 * @param text base64url without padding; not checked here, so that a damaged row is reported by
 *     {@link Vault#open} with its account and column
 */
public record Sealed(String text) {
  public Sealed {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("a sealed text cannot be empty");
    }
  }

  /** Shows the length only, so that no ciphertext is written to a log. */
  @Override
  public String toString() {
    return "Sealed[" + text.length() + " characters]";
  }
}
