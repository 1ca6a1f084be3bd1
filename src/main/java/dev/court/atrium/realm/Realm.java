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
 * The sign-in realm: a Keycloak with a public client. Safe for use by several threads, but the
 * caller makes sure of one refresh at a time: two uses of one rotated token end the session.
 */
public final class Realm {
  private final AtriumSettings settings;
  private final HttpTransport transport;

  /** Uses {@code transport} without owning it. */
  public Realm(AtriumSettings settings, HttpTransport transport) {
    this.settings = settings;
    this.transport = transport;
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
   * The expiry that a token states itself; its signature is not checked.
   *
   * @return empty when it states none, or is no JWT
   */
  public static Optional<Instant> expiryOf(Secret jwt) {
    return Jwt.expiry(jwt);
  }

  private static LogoutAnswer logout(Exchange exchange, Secret refreshToken) {
    if (exchange instanceof Exchange.Answered answered) {
      HttpAnswer answer = answered.without(refreshToken).answer();
      boolean isOver = RealmError.code(answer).filter(RealmError.INVALID_GRANT::equals).isPresent();
      return answer.isSuccess() || isOver
          ? new LogoutAnswer.LoggedOut()
          : new LogoutAnswer.LogoutFailed(RealmError.reason(answer));
    }
    return new LogoutAnswer.LogoutFailed(((Exchange.Unanswered) exchange).failure().reason());
  }

  private Exchange post(String endpoint, Map<String, String> form) {
    return transport.send(Requests.postForm(settings.realm(endpoint), form));
  }
}
