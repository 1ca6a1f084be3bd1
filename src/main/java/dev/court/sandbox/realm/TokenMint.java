package dev.court.sandbox.realm;

import dev.court.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes tokens of the look and length of real ones. They are signed with nothing. */
final class TokenMint {
  private static final String HEADER =
      encoded(
          "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"sandbox\"}"
              .getBytes(StandardCharsets.UTF_8));
  private static final int SIGNATURE_BYTES = 256;
  private static final int NONCE_BYTES = 160;

  private final SecureRandom random = new SecureRandom();

  /** A new token. */
  String mint(String type, RealmSession session, Instant expiry) {
    return mint(type, session, expiry, null);
  }

  /** The same with a nonce, unless that is null. */
  String mint(String type, RealmSession session, Instant expiry, String nonce) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("exp", expiry.getEpochSecond());
    claims.put("auth_time", session.begun().getEpochSecond());
    claims.put("typ", type);
    claims.put("azp", RealmApi.CLIENT);
    claims.put("sid", session.id());
    claims.put("preferred_username", session.user().username());
    if (nonce != null) {
      claims.put("nonce", nonce);
    }
    claims.put("jti", random(NONCE_BYTES));
    String payload = encoded(Json.write(claims).getBytes(StandardCharsets.UTF_8));
    return HEADER + "." + payload + "." + random(SIGNATURE_BYTES);
  }

  private String random(int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return encoded(noise);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
