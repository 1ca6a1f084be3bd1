package dev.court.session;

import dev.court.booking.InvalidRequest;
import dev.court.secret.Secret;

/** A refresh token that a person pastes. */
public record PastedToken(Secret secret) {
  private static final int LONGEST = 12_000;

  /**
   * Reads the token from a text; the blanks around it are removed.
   *
   * @throws InvalidRequest when the text cannot be a token
   */
  public static PastedToken of(String text) {
    String token = text.strip();
    if (token.isEmpty()) {
      throw new InvalidRequest("there is no token: paste the refresh token on standard input");
    }
    // RFC 6749, appendix A.17: printable ASCII
    if (token.length() > LONGEST || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new InvalidRequest("that is no refresh token: it is one word of printable characters");
    }
    return new PastedToken(Secret.of(token));
  }
}
