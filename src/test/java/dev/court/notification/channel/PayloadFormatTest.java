package dev.court.notification.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.court.Player.Ran;
import dev.court.Receiver;
import dev.court.WithPlayer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message looks like to each service. */
class PayloadFormatTest extends WithPlayer {
  private static final String NAME = "J\u00fcrgen \ud83c\udfbe <!channel> @everyone & co";

  private final Receiver receiver = new Receiver();

  @AfterEach
  void stops() {
    receiver.close();
  }

  private void channel(String json) {
    configFile("{\"notify\": {\"it\": " + json + "}}");
  }

  private void books(String name) {
    player.court("add", "--at", "2026-11-24T10:00", "--court", "1", "--name", name).succeeds();
    player.signIn();
    player.court("run-due").succeeds();
  }

  @Test
  void ntfy_gets_its_json_form_at_the_root_of_the_server() {
    player.with("NTFY_TOKEN", "tk_secret");
    channel(
        "{\"type\": \"ntfy\", \"url\": \"%s\", \"token_env\": \"NTFY_TOKEN\"}"
            .formatted(receiver.url("/sub/my-topic")));

    books(NAME);

    Map<String, Object> body = receiver.bodies("/sub/").get(0);
    assertThat(body)
        .containsEntry("topic", "my-topic")
        .containsEntry("title", "Booked: Tue 24 Nov 2026 10:00 EST, Court 1")
        .containsEntry("priority", 3)
        .containsEntry("tags", List.of("tennis"));
    assertThat(body.get("message").toString()).startsWith(NAME + ", 30 minutes.\n");
    assertThat(receiver.requests("/sub/").get(0).getHeader("Authorization"))
        .isEqualTo("Bearer tk_secret");
  }

  @Test
  void slack_gets_a_text_in_which_nobody_is_called() {
    channel("{\"type\": \"slack\", \"url\": \"%s\"}".formatted(receiver.url("/services/T/B/x")));

    books(NAME);

    assertThat(receiver.bodies("/services/T/B/x").get(0).get("text").toString())
        .startsWith("*Booked: Tue 24 Nov 2026 10:00 EST, Court 1*\n")
        .contains("J\u00fcrgen \ud83c\udfbe &lt;!channel&gt; @everyone &amp; co");
  }

  @Test
  void discord_gets_a_text_that_mentions_nobody() {
    channel(
        "{\"type\": \"discord\", \"url\": \"%s\"}".formatted(receiver.url("/api/webhooks/1/x")));

    books(NAME);

    assertThat(receiver.bodies("/api/webhooks/1/x").get(0))
        .containsEntry("allowed_mentions", Map.of("parse", List.of()));
    assertThat(receiver.bodies("/api/webhooks/1/x").get(0).get("content").toString())
        .contains(NAME);
  }

  @Test
  void telegram_gets_it_under_the_token_of_the_bot() {
    player.with("BOT", "123:ABC-def");
    channel(
        "{\"type\": \"telegram\", \"url\": \"%s\", \"token_env\": \"BOT\", \"chat_id\": -1001234567890}"
            .formatted(receiver.url("")));

    books(NAME);

    Map<String, Object> body = receiver.bodies("/bot123:ABC-def/sendMessage").get(0);
    assertThat(body).containsEntry("chat_id", "-1001234567890").doesNotContainKey("parse_mode");
    assertThat(body.get("text").toString()).contains(NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "discord,  2000, /x",
    "telegram, 4096, /bot1:A/sendMessage",
  })
  void a_text_that_is_too_long_is_cut_between_two_characters(String type, int most, String path) {
    player.with("BOT", "1:A");
    String more = type.equals("telegram") ? ", \"token_env\": \"BOT\", \"chat_id\": 1" : "";
    String url = receiver.url(type.equals("telegram") ? "" : "/x");
    channel("{\"type\": \"%s\", \"url\": \"%s\"%s}".formatted(type, url, more));
    player.sandbox.faults().add("refuse=always:" + "\ud83c\udfbe".repeat(300));

    player.court("add", "--at", "2026-11-24T10:00", "--court", "1").succeeds();
    player.signIn();
    player.court("run-due");

    Map<String, Object> body = receiver.bodies(path).get(0);
    String text = body.getOrDefault("content", body.get("text")).toString();
    assertThat(text.length()).isLessThanOrEqualTo(most);
    assertThat(text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          telegram | 400 | {"ok":false,"description":"Bad Request: chat not found 1:A"} | 7 | 127.0.0.1 answered 400: Bad Request: chat not found ...
          telegram | 429 | {"ok":false,"parameters":{"retry_after":30}}             | 5 | 127.0.0.1 answered 429
          telegram | 502 | <html>bad gateway 1:A                                    | 5 | 127.0.0.1 answered 502
          telegram | 401 | {"description":["x"]}                                    | 7 | 127.0.0.1 answered 401
          telegram | 404 | ``                                                       | 7 | 127.0.0.1 answered 404
          """)
  void what_a_service_says_of_a_refusal_is_told_without_the_secret(
      String type, int status, String answer, int code, String said) {
    player.with("BOT", "1:A");
    channel(
        "{\"type\": \"%s\", \"url\": \"%s\", \"token_env\": \"BOT\", \"chat_id\": 1}"
            .formatted(type, receiver.url("")));
    receiver.answering(
        "/bot1:A/sendMessage",
        aResponse().withStatus(status).withBody(answer).withHeader("Location", "/other"));

    Ran ran = player.court("notify", "test");

    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.out()).contains("not sent: " + said + "\n").doesNotContain("1:A");
  }

  @Test
  void a_service_that_answers_at_length_is_not_listened_to() {
    channel("{\"type\": \"webhook\", \"url\": \"%s\"}".formatted(receiver.url("/hook")));
    receiver.answering("/hook", aResponse().withStatus(500).withBody("x".repeat(5_000_000)));

    assertThat(player.court("notify", "test").code()).isEqualTo(5);
  }
}
