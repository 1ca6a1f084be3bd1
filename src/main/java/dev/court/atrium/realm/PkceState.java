package dev.court.atrium.realm;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What ties the answers of one sign-in to its questions, each a random word that is used once.
 *
 * @param verifier of PKCE (RFC 7636): who redeems the code shows that it was theirs
 * @param state comes back with the code
 * @param nonce comes back inside the ID token
 */
record PkceState(String verifier, String state, String nonce) {
  private static final int BYTES = 32;

  static PkceState make(SecureRandom random) {
    return new PkceState(word(random), word(random), word(random));
  }

  /** What the realm is told of the verifier at first: its SHA-256. */
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
    return "Proof[hidden]";
  }
}
