package dev.court.atrium.realm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.HttpAnswers;
import dev.court.secret.Secret;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JwtTest {

  @Test
  void reads_when_a_token_expires() {
    assertThat(Realm.expiryOf(Secret.of(HttpAnswers.JWT)))
        .contains(Instant.parse("2025-08-04T11:00:00Z"));
    assertThat(Realm.expiryOf(token("{\"exp\":1754305200.7}")))
        .contains(Instant.parse("2025-08-04T11:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"exp\":0}",
        "{\"exp\":-5}",
        "{\"exp\":null}",
        "{\"exp\":\"soon\"}",
        "{\"exp\":1e30}",
        "{\"exp\":99999999999999}",
        "{\"exp\":18446744073709551617}",
        "[1]",
        "no json"
      })
  void a_token_that_does_not_say_has_no_known_end(String payload) {
    assertThat(Realm.expiryOf(token(payload))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "..", "...", "a.%%%.c", "a.eyJleHAiOjE3NTQzMDUyMDB9"})
  void what_is_no_jwt_has_no_known_end(String text) {
    assertThat(Realm.expiryOf(Secret.of(text))).isEmpty();
  }

  private static Secret token(String payload) {
    return Secret.of(
        "h."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8))
            + ".s");
  }
}
