package dev.court.atrium.realm;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.Requests;
import dev.court.secret.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sign-in realm: a Keycloak with a public client. Safe for use by several threads, but one
 * refresh at a time is the caller's to see to: two uses of one rotated token end the session.
 */
public final class Realm {
  private final AtriumSettings settings;
  private final HttpTransport line;

  /** Uses {@code line} without owning it. */
  public Realm(AtriumSettings settings, HttpTransport line) {
    this.settings = settings;
    this.line = line;
  }

  /** Trades a refresh token for the next tokens (RFC 6749, 6): one POST, never repeated here. */
  public RefreshAnswer refresh(Secret refreshToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken.reveal());
    form.put("client_id", settings.clientId());
    return RefreshAnswerClassifier.read(post("token", form), refreshToken);
  }

  /** Ends the session on the realm's side; one that is over already counts as ended. */
  public LogoutAnswer logout(Secret refreshToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", settings.clientId());
    form.put("refresh_token", refreshToken.reveal());
    return logout(post("logout", form), refreshToken);
  }

  /**
   * When a token expires by its own word, unverified; for tokens that were brought along.
   *
   * @return empty when it does not say, or is no JWT
   */
  public static Optional<Instant> expiryOf(Secret jwt) {
    return Jwt.expiry(jwt);
  }

  private static LogoutAnswer logout(Exchange exchange, Secret refreshToken) {
    if (exchange instanceof Exchange.Answered answered) {
      HttpAnswer answer = answered.without(refreshToken).answer();
      boolean isOver =
          RefreshAnswerClassifier.error(answer)
              .filter(RefreshAnswerClassifier.ENDED::equals)
              .isPresent();
      return answer.isSuccess() || isOver
          ? new LogoutAnswer.LoggedOut()
          : new LogoutAnswer.LogoutFailed(RefreshAnswerClassifier.reason(answer));
    }
    return new LogoutAnswer.LogoutFailed(((Exchange.Unanswered) exchange).failure().reason());
  }

  private Exchange post(String endpoint, Map<String, String> form) {
    return line.send(Requests.postForm(settings.realm(endpoint), form));
  }
}
