package dev.court.secret;

/**
 * A sealed {@link Secret}: ciphertext that is safe to store and worth nothing without the key.
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

  /** Names the length only: ciphertext in a log helps nobody. */
  @Override
  public String toString() {
    return "Sealed[" + text.length() + " characters]";
  }
}
