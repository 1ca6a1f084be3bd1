package dev.court.atrium.realm;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.FormEncoding;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.JsonFields;
import dev.court.atrium.http.Requests;
import dev.court.secret.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Begins the authorization code flow, and ends it by trading the code for tokens. */
final class CodeExchange {
  private final AtriumSettings settings;
  private final URI redirectUri;
  private final HttpTransport transport;
  private final PkceState pkce;

  CodeExchange(AtriumSettings settings, URI redirectUri, HttpTransport transport, PkceState pkce) {
    this.settings = settings;
    this.redirectUri = redirectUri;
    this.transport = transport;
    this.pkce = pkce;
  }

  /** The page that a sign-in begins with. */
  URI authorizationPage() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", settings.clientId());
    query.put("redirect_uri", redirectUri.toString());
    query.put("response_type", "code");
    query.put("response_mode", "fragment");
    query.put("scope", "openid");
    query.put("state", pkce.state());
    query.put("nonce", pkce.nonce());
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    return URI.create(settings.realm("auth") + "?" + FormEncoding.of(query));
  }

  /** Trades the code for tokens: one POST, since a code that is used twice ends the session. */
  SignInAnswer redeem(Secret code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code.reveal());
    form.put("redirect_uri", redirectUri.toString());
    form.put("client_id", settings.clientId());
    form.put("code_verifier", pkce.verifier());
    Exchange exchange = transport.send(Requests.postForm(settings.realm("token"), form));
    RefreshAnswer answer = RefreshAnswerClassifier.read(exchange, code);
    return answer instanceof RefreshAnswer.Fresh fresh
        ? checked((Exchange.Answered) exchange, fresh.tokens())
        : refused(answer);
  }

  private static SignInAnswer refused(RefreshAnswer answer) {
    if (answer instanceof RefreshAnswer.ClientRejected rejected) {
      return new SignInAnswer.ClientNotAccepted(rejected.reason());
    }
    return answer instanceof RefreshAnswer.SessionEnded ended
        ? new SignInAnswer.SignInFailed(ended.reason())
        : new SignInAnswer.SignInFailed(((RefreshAnswer.RefreshFailed) answer).reason());
  }

  private SignInAnswer checked(Exchange.Answered exchange, TokenSet tokens) {
    Optional<JsonFields> fields = JsonFields.parse(exchange.answer().body());
    Optional<String> nonce =
        fields
            .flatMap(it -> it.text("id_token"))
            .flatMap(token -> Jwt.claim(Secret.of(token), "nonce"));
    if (!nonce.equals(Optional.of(pkce.nonce()))) {
      return new SignInAnswer.UnexpectedPage(
          "the tokens are not for this sign-in: the nonce differs");
    }
    return fields.flatMap(it -> it.text("refresh_token")).isPresent()
        ? new SignInAnswer.SignedIn(tokens.orBegun(exchange.sentAt()))
        : new SignInAnswer.UnexpectedPage("there is no refresh token among the tokens");
  }
}
