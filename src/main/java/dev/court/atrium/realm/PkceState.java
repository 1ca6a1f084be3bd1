package dev.court.atrium.realm;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Ties the realm's answers to one sign-in; each part is random and used once.
 *
 * @param verifier of PKCE (RFC 7636): proves that the code is redeemed by whom it was made for
 * @param state comes back with the code
 * @param nonce comes back inside the ID token
 */
record PkceState(String verifier, String state, String nonce) {
  private static final int BYTES = 32;

  static PkceState make(SecureRandom random) {
    return new PkceState(word(random), word(random), word(random));
  }

  /** The SHA-256 of the verifier, which is all that the realm is told at first. */
  String challenge() {
    try {
      return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String word(SecureRandom random) {
    byte[] noise = new byte[BYTES];
    random.nextBytes(noise);
    return encoded(noise);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "PkceState[hidden]";
  }
}
