package dev.court.atrium.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.JsonFields;
import dev.court.atrium.http.Requests;
import dev.court.secret.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The two ends of the authorization code flow: the question, and the code for the tokens. */
final class CodeExchange {
  private final AtriumSettings settings;
  private final URI redirectUri;
  private final HttpTransport line;
  private final PkceState proof;

  CodeExchange(AtriumSettings settings, URI redirectUri, HttpTransport line, PkceState proof) {
    this.settings = settings;
    this.redirectUri = redirectUri;
    this.line = line;
    this.proof = proof;
  }

  /** The page that a sign-in begins with. */
  URI start() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", settings.clientId());
    query.put("redirect_uri", redirectUri.toString());
    query.put("response_type", "code");
    query.put("response_mode", "fragment");
    query.put("scope", "openid");
    query.put("state", proof.state());
    query.put("nonce", proof.nonce());
    query.put("code_challenge", proof.challenge());
    query.put("code_challenge_method", "S256");
    String text =
        query.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return URI.create(settings.realm("auth") + "?" + text);
  }

  /** Trades the code for tokens: one POST, since a code that is used twice ends the session. */
  SignInAnswer redeem(Secret code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code.reveal());
    form.put("redirect_uri", redirectUri.toString());
    form.put("client_id", settings.clientId());
    form.put("code_verifier", proof.verifier());
    Exchange exchange = line.send(Requests.postForm(settings.realm("token"), form));
    RefreshAnswer answer = RefreshAnswerClassifier.read(exchange, code);
    if (answer instanceof RefreshAnswer.Fresh fresh) {
      Exchange.Answered answered = (Exchange.Answered) exchange;
      return checked(answered.answer(), fresh.tokens().orBegun(answered.sentAt()));
    }
    if (answer instanceof RefreshAnswer.ClientRejected rejected) {
      return new SignInAnswer.ClientNotAccepted(rejected.reason());
    }
    return answer instanceof RefreshAnswer.SessionEnded ended
        ? new SignInAnswer.SignInFailed(ended.reason())
        : new SignInAnswer.SignInFailed(((RefreshAnswer.RefreshFailed) answer).reason());
  }

  private SignInAnswer checked(HttpAnswer answer, TokenSet tokens) {
    Optional<JsonFields> fields = JsonFields.parse(answer.body());
    Optional<String> nonce =
        fields
            .flatMap(it -> it.text("id_token"))
            .flatMap(token -> Jwt.claim(Secret.of(token), "nonce"));
    if (!nonce.equals(Optional.of(proof.nonce()))) {
      return new SignInAnswer.UnexpectedPage(
          "the tokens are not for this sign-in: the nonce differs");
    }
    return fields.flatMap(it -> it.text("refresh_token")).isPresent()
        ? new SignInAnswer.SignedIn(tokens)
        : new SignInAnswer.UnexpectedPage("there is no refresh token among the tokens");
  }
}
