package dev.court.sandbox.realm;

import dev.court.json.Json;
import dev.court.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** A token of another realm. Its signature is not checked, since the key is not known. */
public final class ForeignToken {
  private static final int PARTS = 3;

  private ForeignToken() {}

  /** Whether it is an access token, which a refresh token is not, and has not expired. */
  public static boolean isAlive(String token, Instant now) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS) {
      return false;
    }
    try {
      String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      return Json.tree(payload) instanceof Map<?, ?> claims
          && "Bearer".equals(claims.get("typ"))
          && claims.get("exp") instanceof Number expiry
          && now.isBefore(Instant.ofEpochSecond(expiry.longValue()));
    } catch (IllegalArgumentException | JsonException e) {
      return false;
    }
  }
}
