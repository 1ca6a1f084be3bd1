package dev.court.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpAnswerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"detail":"No."}                                                 | HTTP 400: No.
          {"error":{"b":["x","y"]},"detail":"first","non_field_errors":["second"]}   | HTTP 400: first; second; b: x; b: y
          {"a":{"b":{"c":["deep"]}},"n":5,"none":null,"empty":""}          | HTTP 400: c: deep; n: 5
          ["one",["two",{"x":"three"}]]                                    | HTTP 400: one; two; x: three
          {"detail":"Kein Platz für Größe 日本 🎾"}                          | HTTP 400: Kein Platz für Größe 日本 🎾
          {"detail":"a\\nb\\u0007\\tc\\u001b[31m"}                         | HTTP 400: a b c [31m
          {"detail":"x\\u202ey\\u2028z"}                                   | HTTP 400: x y z
          {}                                                               | HTTP 400
          []                                                               | HTTP 400
          null                                                             | HTTP 400
          ``                                                               | HTTP 400
          Bad Request                                                      | HTTP 400: Bad Request
          <html><title>400 Bad Request</title><body>x</body></html>        | HTTP 400: 400 Bad Request
          <html><script>var x="a<b";</script><body><h1>No</h1>way</body>   | HTTP 400: No way
          <?xml version="1.0"?><Error><Code>Denied</Code></Error>          | HTTP 400: Denied
          """)
  void a_reason_is_one_line_of_the_servers_words(String body, String reason) {
    assertThat(reason(body)).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "<html>",
        "<html><script>",
        "<html><!--",
        "<html><title ",
        "[",
        "{\"a\":",
        "<p ",
        "\"",
        "日本",
        "<title>",
        "eyJ",
        "x "
      })
  void huge_answers_make_a_short_reason(String piece) {
    String reason = reason(piece.repeat(300_000));

    assertThat(reason).hasSizeLessThanOrEqualTo(300).startsWith("HTTP 400").doesNotContain("\n");
  }

  @Test
  void a_token_that_is_repeated_never_shows() {
    for (String body :
        List.of(
            "{\"detail\":\"Bad token " + HttpAnswers.JWT + "\"}",
            "{\"detail\":\"got Bearer abcdefgh1234567\"}",
            "x".repeat(280) + " " + HttpAnswers.JWT,
            "<html><title>" + HttpAnswers.JWT + "</title>")) {
      assertThat(reason(body)).doesNotContain("eyJ", "abcdefgh1234567");
    }
  }

  @Test
  void headers_are_found_in_upper_and_lower_case_alike() {
    HttpAnswer answer =
        new HttpAnswer(
            200, Map.of("Set-Cookie", List.of("a=1", "b=2"), "set-cookie", List.of("c=3")), "");

    assertThat(answer.headers("SET-COOKIE")).containsExactlyInAnyOrder("a=1", "b=2", "c=3");
    assertThat(answer.header("Location")).isEmpty();
  }

  private static String reason(String body) {
    return HttpAnswers.of(400, body == null ? "" : body).reason();
  }
}
