package dev.court.atrium.realm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.court.atrium.http.AtriumFixture;
import dev.court.atrium.http.HttpAnswers;
import dev.court.atrium.http.HttpTransport;
import dev.court.secret.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RealmTest {
  private static final String TOKEN = "/realms/r/protocol/openid-connect/token";
  private static final String LOGOUT = "/realms/r/protocol/openid-connect/logout";
  private static final Secret OLD = Secret.of("old+refresh/token=&x");

  @RegisterExtension static final WireMockExtension keycloak = AtriumFixture.server();

  private final HttpTransport transport = AtriumFixture.patient();
  private final Realm realm =
      new Realm(AtriumFixture.settings(AtriumFixture.url(keycloak)), transport);

  @AfterEach
  void hangUp() {
    transport.close();
  }

  @Test
  void trades_the_refresh_token_for_the_next_ones() {
    answer(
        okJson(
            "{\"access_token\":\"a.b.c\",\"expires_in\":1800,\"refresh_token\":\"d.e.f\","
                + "\"refresh_expires_in\":1700,\"token_type\":\"Bearer\","
                + "\"session_state\":\"S-1\",\"not-before-policy\":0}"));

    assertThat(realm.refresh(OLD))
        .isEqualTo(
            new RefreshAnswer.Fresh(
                new TokenSet(
                    Secret.of("a.b.c"),
                    Secret.of("d.e.f"),
                    AtriumFixture.NOW.plusSeconds(1800),
                    AtriumFixture.NOW.plusSeconds(1700),
                    "S-1",
                    null)));
    keycloak.verify(
        1,
        postRequestedFor(urlEqualTo(TOKEN))
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withHeader("Authorization", absent())
            .withRequestBody(
                equalTo(
                    "grant_type=refresh_token&refresh_token=old%2Brefresh%2Ftoken%3D%26x"
                        + "&client_id=my-tfc")));
  }

  @Test
  void keeps_the_refresh_token_when_no_new_one_comes() {
    answer(okJson("{\"access_token\":\"a\",\"expires_in\":60}"));

    assertThat(fresh().refreshToken()).isEqualTo(OLD);
    assertThat(fresh().refreshExpiry()).isNull();
    assertThat(fresh().sessionState()).isNull();
  }

  @Test
  void takes_the_same_refresh_token_again_from_a_realm_without_rotation() {
    answer(okJson("{\"access_token\":\"a\",\"refresh_token\":\"old+refresh/token=&x\"}"));

    assertThat(fresh().refreshToken()).isEqualTo(OLD);
  }

  @ParameterizedTest
  @CsvSource({
    "0, ",
    "-1, ",
    "null, ",
    "'\"soon\"', ",
    "'\"1800\"', 2025-07-28T11:30:00Z",
    "1800.9, 2025-07-28T11:30:00Z",
    "1e18, 2035-07-26T11:00:00Z",
    "1e999999999, ",
    "{}, "
  })
  void an_offline_token_and_garbage_have_no_known_end(String seconds, Instant end) {
    answer(okJson("{\"access_token\":\"a\",\"refresh_expires_in\":%s}".formatted(seconds)));

    assertThat(fresh().refreshExpiry()).isEqualTo(end);
  }

  @Test
  void an_access_token_without_a_lifetime_is_asked_itself_or_counts_as_spent() {
    answer(okJson("{\"access_token\":\"%s\"}".formatted(HttpAnswers.JWT)));
    assertThat(fresh().accessExpiry()).isEqualTo(Instant.ofEpochSecond(1754305200));

    answer(okJson("{\"access_token\":\"opaque\"}"));
    assertThat(fresh().accessExpiry()).isEqualTo(AtriumFixture.NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Token is not active",
        "Session not active",
        "Invalid refresh token",
        "Maximum allowed refresh token reuse exceeded"
      })
  void an_ended_session_needs_a_new_sign_in(String description) {
    answer(
        aResponse()
            .withStatus(400)
            .withBody(
                "{\"error\":\"invalid_grant\",\"error_description\":\"%s\"}"
                    .formatted(description)));

    assertThat(realm.refresh(OLD))
        .isEqualTo(new RefreshAnswer.SessionEnded("invalid_grant: " + description));
  }

  @ParameterizedTest
  @CsvSource({
    "401, invalid_client",
    "400, unauthorized_client",
    "400, invalid_request",
    "400, unsupported_grant_type",
    "404, Realm does not exist"
  })
  void a_client_that_is_not_known_is_a_matter_of_configuration(int status, String error) {
    answer(aResponse().withStatus(status).withBody("{\"error\":\"%s\"}".formatted(error)));

    assertThat(realm.refresh(OLD)).isEqualTo(new RefreshAnswer.ClientRejected(error));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          500 | {"error":"invalid_grant"}
          503 | <html><title>Down for maintenance</title></html>
          400 | <html><title>Request blocked: invalid_grant</title>
          403 | ``
          404 | not here
          400 | {"error":"temporarily_unavailable"}
          429 | {"error":"invalid_grant"}
          302 | ``
          200 | ``
          200 | <html><title>Hotel</title></html>
          200 | {"error":"invalid_grant"}
          200 | {"refresh_token":"r","expires_in":60}
          200 | {"access_token":""}
          200 | {"access_token":7}
          200 | {"access_token":"a
          """)
  void what_the_realm_did_not_say_itself_is_a_failure(int status, String body) {
    answer(aResponse().withStatus(status).withBody(body));

    assertThat(realm.refresh(OLD)).isInstanceOf(RefreshAnswer.RefreshFailed.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_answer_is_a_failure_and_nothing_is_sent_again(Fault fault) {
    answer(aResponse().withFault(fault));

    assertThat(realm.refresh(OLD)).isInstanceOf(RefreshAnswer.RefreshFailed.class);
    keycloak.verify(1, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void a_realm_that_cannot_be_reached_is_a_failure() throws IOException {
    String url = "http://127.0.0.1:" + portWithNobody();

    assertThat(new Realm(AtriumFixture.settings(url), transport).refresh(OLD))
        .isInstanceOf(RefreshAnswer.RefreshFailed.class);
  }

  @Test
  void no_token_shows_in_what_is_told() {
    answer(
        aResponse()
            .withStatus(400)
            .withBody(
                "{\"error\":\"invalid_grant\",\"error_description\":\"%s %s\"}"
                    .formatted(OLD.reveal(), HttpAnswers.JWT)));
    String refusal = realm.refresh(OLD).toString();
    answer(
        okJson(
            "{\"access_token\":\"secret-a\",\"refresh_token\":\"secret-r\","
                + "\"session_state\":\"secret-s\",\"expires_in\":60}"));
    String success = realm.refresh(OLD).toString();
    answer(okJson("{\"access_token\":\"secret-a\",\"refresh_token\":\"sec"));
    String broken = realm.refresh(OLD).toString();

    assertThat(refusal).contains("[hidden] [hidden]");
    assertThat(refusal + success + broken).doesNotContain(OLD.reveal(), "eyJ", "secret-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          204 | ``
          200 | ok
          400 | {"error":"invalid_grant","error_description":"Token is not active"}
          """)
  void a_session_that_is_over_is_logged_out(int status, String body) {
    keycloak.stubFor(
        post(urlEqualTo(LOGOUT)).willReturn(aResponse().withStatus(status).withBody(body)));

    assertThat(realm.logout(OLD)).isEqualTo(new LogoutAnswer.LoggedOut());
    keycloak.verify(
        postRequestedFor(urlEqualTo(LOGOUT))
            .withRequestBody(
                equalTo("client_id=my-tfc&refresh_token=old%2Brefresh%2Ftoken%3D%26x")));
  }

  @Test
  void a_logout_that_was_not_heard_says_so() {
    keycloak.stubFor(post(urlEqualTo(LOGOUT)).willReturn(aResponse().withStatus(502)));
    assertThat(realm.logout(OLD)).isEqualTo(new LogoutAnswer.LogoutFailed("HTTP 502"));

    keycloak.stubFor(
        post(urlEqualTo(LOGOUT)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    assertThat(realm.logout(OLD)).isInstanceOf(LogoutAnswer.LogoutFailed.class);
  }

  private static void answer(ResponseDefinitionBuilder response) {
    keycloak.stubFor(post(urlEqualTo(TOKEN)).willReturn(response));
  }

  private TokenSet fresh() {
    return assertThat(realm.refresh(OLD))
        .asInstanceOf(InstanceOfAssertFactories.type(RefreshAnswer.Fresh.class))
        .actual()
        .tokens();
  }

  private static int portWithNobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
