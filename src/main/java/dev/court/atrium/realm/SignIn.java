package dev.court.atrium.realm;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.HttpTransport;
import dev.court.secret.Secret;
import java.net.URI;
import java.security.SecureRandom;

/**
 * Signs in as a browser would, through the realm's own form: authorization code with PKCE (OpenID
 * Connect Core 3.1, RFC 7636). The password goes to the realm and nowhere else, once a sign-in.
 */
public final class SignIn {
  private final AtriumSettings settings;
  private final URI redirectUri;
  private final HttpTransport line;
  private final SecureRandom random = new SecureRandom();

  /**
   * Uses {@code line} without owning it.
   *
   * @param redirectUri where the realm sends a browser that has signed in; never asked for anything
   */
  public SignIn(AtriumSettings settings, URI redirectUri, HttpTransport line) {
    this.settings = settings;
    this.redirectUri = redirectUri;
    this.line = line;
  }

  /** Signs in once; nothing is tried again here. */
  public SignInAnswer signIn(String username, Secret password) {
    PkceState proof = PkceState.make(random);
    CodeExchange exchange = new CodeExchange(settings, redirectUri, line, proof);
    return new LoginFlow(settings, new Callback(redirectUri, proof), exchange, line)
        .walk(exchange.start(), new SignInForm(username, password));
  }
}
