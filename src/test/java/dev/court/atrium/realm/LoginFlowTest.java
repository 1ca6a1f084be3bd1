package dev.court.atrium.realm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.court.atrium.http.AtriumFixture;
import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.HttpTransport;
import dev.court.secret.Secret;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way through the realm's pages, and who tries to lead it astray. */
final class LoginFlowTest {
  private static final String AUTH = "/realms/r/protocol/openid-connect/auth";
  private static final String TOKEN = "/realms/r/protocol/openid-connect/token";
  private static final String ACTION =
      "/realms/r/login-actions/authenticate?session_code=1&tab_id=2";
  private static final URI REDIRECT_URI = URI.create("https://my.tfc.example/");
  private static final PkceState PKCE = new PkceState("verifier", "the-state", "the-nonce");
  private static final String CODE = "state=the-state&session_state=s&code=the-code";
  private static final Secret PASSWORD = Secret.of("corréct horse&=");

  @RegisterExtension static final WireMockExtension keycloak = AtriumFixture.server();

  private final HttpTransport transport = AtriumFixture.patient();

  @AfterEach
  void hangUp() {
    transport.close();
  }

  private SignInAnswer signIn() {
    AtriumSettings settings = AtriumFixture.settings(AtriumFixture.url(keycloak));
    return new SignIn(settings, REDIRECT_URI, transport).signIn("ann@example.com", PASSWORD, PKCE);
  }

  private static String form(String action, String fields) {
    return "<html><body><form id=kc-form-login method=post action='%s'>%s</form></body></html>"
        .formatted(action.replace("&", "&amp;"), fields);
  }

  private static final String BOTH =
      "<input name=username><input name=password type=password>"
          + "<input type=hidden name=credentialId value=c1><input type=submit name=login>";

  private void begins(String page) {
    keycloak.stubFor(
        get(urlPathEqualTo(AUTH))
            .willReturn(
                okForContentType("text/html", page)
                    .withHeader("Set-Cookie", "AUTH_SESSION_ID=a.1; Path=/realms/r/; Secure")
                    .withHeader("Set-Cookie", "KC_RESTART=k; Path=/realms/r/; HttpOnly")
                    .withHeader("Set-Cookie", "OTHER=o; Path=/elsewhere")
                    .withHeader("Set-Cookie", "OLD=; Path=/realms/r/; Max-Age=0")));
  }

  private void answersTheForm(ResponseDefinitionBuilder answer) {
    keycloak.stubFor(post(urlEqualTo(ACTION)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder redirect(String to) {
    return aResponse().withStatus(302).withHeader("Location", to);
  }

  private void grants(String nonce, String refreshToken) {
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"nonce\":\"%s\"}".formatted(nonce).getBytes(UTF_8));
    keycloak.stubFor(
        post(urlEqualTo(TOKEN))
            .willReturn(
                okJson(
                    "{\"access_token\":\"a.b.c\",\"expires_in\":60,%s\"id_token\":\"h.%s.s\"}"
                        .formatted(refreshToken, payload))));
  }

  private void grants() {
    grants("the-nonce", "\"refresh_token\":\"d.e.f\",");
  }

  private void sendsOn(String location) {
    begins(form(ACTION, BOTH));
    answersTheForm(redirect(location));
    grants();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "?"})
  void the_code_is_taken_from_the_fragment_or_the_query(String where) {
    sendsOn(REDIRECT_URI + where + CODE);

    assertThat(signIn()).isInstanceOf(SignInAnswer.SignedIn.class);

    keycloak.verify(
        1,
        postRequestedFor(urlEqualTo(ACTION))
            .withHeader("Cookie", equalTo("AUTH_SESSION_ID=a.1; KC_RESTART=k"))
            .withRequestBody(
                equalTo(
                    "credentialId=c1&username=ann%40example.com"
                        + "&password=corr%C3%A9ct+horse%26%3D")));
    keycloak.verify(
        1,
        postRequestedFor(urlEqualTo(TOKEN))
            .withRequestBody(
                equalTo(
                    "grant_type=authorization_code&code=the-code"
                        + "&redirect_uri=https%3A%2F%2Fmy.tfc.example%2F&client_id=my-tfc"
                        + "&code_verifier=verifier")));
  }

  @Test
  void the_question_has_state_nonce_and_the_hash_of_the_verifier() {
    keycloak.stubFor(
        get(urlPathEqualTo(AUTH))
            .withQueryParam("state", equalTo("the-state"))
            .withQueryParam("nonce", equalTo("the-nonce"))
            .withQueryParam(
                "code_challenge", equalTo("iMnq5o6zALKXGivsnlom_0F5_WYda32GHkxlV7mq7hQ"))
            .withQueryParam("code_challenge_method", equalTo("S256"))
            .withQueryParam("scope", matching("openid.*"))
            .willReturn(okForContentType("text/html", "<title>Soon</title>")));

    assertThat(signIn())
        .isEqualTo(new SignInAnswer.SignInFailed("HTTP 200 and a page without a form: Soon"));
  }

  @Test
  void name_and_password_may_be_asked_for_on_two_pages() {
    begins(form(ACTION, "<input name=username>"));
    answersTheForm(
        okForContentType(
            "text/html",
            form("/realms/r/login-actions/second", "<input name=password type=password>")));
    keycloak.stubFor(
        post(urlEqualTo("/realms/r/login-actions/second"))
            .willReturn(redirect(REDIRECT_URI + "#" + CODE)));
    grants();

    assertThat(signIn()).isInstanceOf(SignInAnswer.SignedIn.class);
  }

  @Test
  void redirects_within_the_realm_are_followed() {
    begins(form(ACTION, BOTH));
    answersTheForm(redirect("/realms/r/login-actions/next"));
    keycloak.stubFor(
        get(urlEqualTo("/realms/r/login-actions/next"))
            .willReturn(redirect(REDIRECT_URI + "#" + CODE)));
    grants();

    assertThat(signIn()).isInstanceOf(SignInAnswer.SignedIn.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://evil.example/#state=the-state&code=c   | sends the sign-in on to evil.example",
        "https://my.tfc.example.evil.example/#state=the-state&code=c | my.tfc.example.evil.example",
        "https://my.tfc.example/other#state=the-state&code=c         | sends the sign-in on to",
        "/realms/other/login-actions/authenticate       | sends the sign-in on to localhost",
        "/realms/r/../other                             | sends the sign-in on to localhost",
        "http://[broken                                 | to no page",
        "https://my.tfc.example/#state=other&code=c     | the state differs",
        "https://my.tfc.example/#code=c                 | the state differs",
        "https://my.tfc.example/#state=the-state        | there is no code"
      })
  void whoever_leads_it_astray_gets_nothing(String location, String why) {
    sendsOn(location);

    assertThat(signIn())
        .isInstanceOfSatisfying(
            SignInAnswer.UnexpectedPage.class, changed -> assertThat(changed.what()).contains(why));
    keycloak.verify(0, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/realms/r/x", "http://localhost:1/realms/r/x", "/x"})
  void a_form_that_leads_out_of_the_realm_is_not_filled_in(String action) {
    begins(form(action, BOTH));

    assertThat(signIn())
        .isInstanceOfSatisfying(
            SignInAnswer.UnexpectedPage.class,
            changed -> assertThat(changed.what()).startsWith("the form goes to"));
  }

  @Test
  void a_redirect_that_would_send_the_password_once_more_is_not_followed() {
    begins(form(ACTION, BOTH));
    answersTheForm(redirect("/realms/r/login-actions/next").withStatus(307));

    assertThat(signIn()).isInstanceOf(SignInAnswer.UnexpectedPage.class);
  }

  @Test
  void a_redirect_in_a_circle_ends() {
    keycloak.stubFor(get(urlPathEqualTo(AUTH)).willReturn(redirect(AUTH)));

    assertThat(signIn()).isInstanceOf(SignInAnswer.UnexpectedPage.class);
  }

  @Test
  void tokens_with_another_nonce_are_not_taken() {
    sendsOn(REDIRECT_URI + "#" + CODE);
    grants("another", "\"refresh_token\":\"d.e.f\",");

    assertThat(signIn())
        .isInstanceOfSatisfying(
            SignInAnswer.UnexpectedPage.class,
            changed -> assertThat(changed.what()).contains("nonce"));
  }

  @Test
  void tokens_without_a_refresh_token_are_not_taken() {
    sendsOn(REDIRECT_URI + "#" + CODE);
    grants("the-nonce", "");

    assertThat(signIn()).isInstanceOf(SignInAnswer.UnexpectedPage.class);
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE_PASSWORD, ActionRequired[action=UPDATE_PASSWORD]",
    "CONFIGURE_TOTP,  ActionRequired[action=CONFIGURE_TOTP]",
    "OAUTH_GRANT,     Consent[]"
  })
  void what_is_required_first_is_named(String execution, String answer) {
    sendsOn("/realms/r/login-actions/required-action?execution=" + execution);

    assertThat(signIn()).hasToString(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "unauthorized_client, ClientNotAccepted",
    "access_denied, ClientNotAccepted",
    "temporarily_unavailable, SignInFailed"
  })
  void an_error_instead_of_a_code_is_told(String error, String kind) {
    sendsOn(REDIRECT_URI + "#state=the-state&error=" + error + "&error_description=Just+so");

    assertThat(signIn().toString()).startsWith(kind).contains(error + ": Just so");
  }

  @Test
  void words_that_repeat_the_password_are_not_shown() {
    begins(form(ACTION, BOTH));
    answersTheForm(
        okForContentType(
            "text/html",
            "<span id=input-error>corréct horse&amp;= is wrong</span>" + form(ACTION, BOTH)));

    assertThat(signIn()).isEqualTo(new SignInAnswer.WrongPassword(""));
  }

  @Test
  void a_realm_that_is_not_there_is_configuration() {
    keycloak.stubFor(
        get(urlPathEqualTo(AUTH))
            .willReturn(
                aResponse().withStatus(404).withBody("{\"error\":\"Realm does not exist\"}")));

    assertThat(signIn()).isEqualTo(new SignInAnswer.ClientNotAccepted("Realm does not exist"));
  }
}
