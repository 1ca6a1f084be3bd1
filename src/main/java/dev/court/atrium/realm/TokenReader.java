package dev.court.atrium.realm;

import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.JsonFields;
import dev.court.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/** Reads the tokens out of the realm's answer (RFC 6749, 5.1). */
final class TokenReader {
  private static final long LONGEST_SECONDS = 10L * 365 * 24 * 3600;

  private TokenReader() {}

  /**
   * The tokens of an answer. Where it has no refresh token, the one that was {@code used} stays
   * valid (RFC 6749, 6).
   *
   * @return empty when there is no access token in it
   */
  static Optional<TokenSet> read(Exchange.Answered answered, Secret used) {
    return JsonFields.parse(answered.answer().body())
        .flatMap(
            fields ->
                secret(fields, "access_token")
                    .map(access -> tokens(access, fields, answered.sentAt(), used)));
  }

  private static TokenSet tokens(Secret access, JsonFields fields, Instant sentAt, Secret used) {
    return new TokenSet(
        access,
        secret(fields, "refresh_token").orElse(used),
        accessExpiry(access, fields, sentAt),
        after(sentAt, fields, "refresh_expires_in").orElse(null),
        fields.text("session_state").orElse(null),
        begun(access, fields, sentAt).orElse(null));
  }

  /** Keycloak states it in either token. A clock ahead of ours would make it later than now. */
  private static Optional<Instant> begun(Secret access, JsonFields fields, Instant sentAt) {
    return Jwt.signedInAt(access)
        .or(() -> secret(fields, "id_token").flatMap(Jwt::signedInAt))
        .map(begun -> begun.isAfter(sentAt) ? sentAt : begun);
  }

  /** A token that states no expiry counts as expired, and is refreshed before each use. */
  private static Instant accessExpiry(Secret access, JsonFields fields, Instant sentAt) {
    return after(sentAt, fields, "expires_in").or(() -> Jwt.expiry(access)).orElse(sentAt);
  }

  private static Optional<Instant> after(Instant sentAt, JsonFields fields, String name) {
    return fields
        .seconds(name)
        .filter(seconds -> seconds > 0)
        .map(seconds -> sentAt.plusSeconds(Math.min(seconds, LONGEST_SECONDS)));
  }

  private static Optional<Secret> secret(JsonFields fields, String name) {
    return fields
        .value(name)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank())
        .map(Secret::of);
  }
}
