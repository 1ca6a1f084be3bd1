package dev.court.atrium.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.atrium.http.JsonFields;
import dev.court.secret.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads the claims of a token without checking its signature: a hint, never a proof. */
final class Jwt {
  /** The end of the year 9999; a later time is a mistake. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private Jwt() {}

  /** The {@code exp} claim (RFC 7519, 4.1.4); empty for a token that has none or is no JWT. */
  static Optional<Instant> expiry(Secret token) {
    return time(token, "exp");
  }

  /** The {@code auth_time} claim (OpenID Connect Core 1.0, 2); empty where there is none. */
  static Optional<Instant> signedInAt(Secret token) {
    return time(token, "auth_time");
  }

  private static Optional<Instant> time(Secret token, String claim) {
    return claims(token)
        .flatMap(fields -> fields.seconds(claim))
        .filter(seconds -> seconds > 0 && seconds <= LAST_SECOND)
        .map(Instant::ofEpochSecond);
  }

  /** A claim that is a text; empty when there is none of that name. */
  static Optional<String> claim(Secret token, String name) {
    return claims(token).flatMap(fields -> fields.text(name));
  }

  private static Optional<JsonFields> claims(Secret token) {
    String[] parts = token.reveal().split("\\.", -1);
    return parts.length == 3 ? payload(parts[1]).flatMap(JsonFields::parse) : Optional.empty();
  }

  private static Optional<String> payload(String part) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(part), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
