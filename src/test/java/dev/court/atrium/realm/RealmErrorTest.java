package dev.court.atrium.realm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.atrium.http.HttpAnswers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RealmErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"error":"invalid_grant"}                                  | invalid_grant
          401 | {"error":"invalid_client","error_description":"No."}       | invalid_client
          400 | {"detail":"invalid_grant"}                                 |
          400 | <title>invalid_grant</title>                               |
          500 | {"error":"invalid_grant"}                                  |
          200 | {"error":"invalid_grant"}                                  |
          """)
  void only_a_4xx_in_json_carries_a_code(int status, String body, String code) {
    assertThat(RealmError.code(HttpAnswers.of(status, body)).orElse(null)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"error":"invalid_grant"}                                   | invalid_grant
          {"error":"invalid_grant","error_description":"Not active"}  | invalid_grant: Not active
          {"detail":"No."}                                            | HTTP 400: No.
          """)
  void the_reason_is_the_realms_words_or_else_the_answers(String body, String reason) {
    assertThat(RealmError.reason(HttpAnswers.of(400, body))).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"temporarily_unavailable", "server_error", "slow_down", "unknown_error"})
  void trouble_of_the_server_passes(String code) {
    assertThat(RealmError.isPassing(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_grant", "invalid_client", "unauthorized_client", ""})
  void a_refusal_does_not_pass_by_itself(String code) {
    assertThat(RealmError.isPassing(code)).isFalse();
  }
}
