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
  private final HttpTransport transport;
  private final SecureRandom random = new SecureRandom();

  /**
   * Uses {@code transport} without owning it.
   *
   * @param redirectUri where the realm sends a browser that has signed in; nothing is sent there
   */
  public SignIn(AtriumSettings settings, URI redirectUri, HttpTransport transport) {
    this.settings = settings;
    this.redirectUri = redirectUri;
    this.transport = transport;
  }

  /** Signs in once; nothing is tried again here. */
  public SignInAnswer signIn(String username, Secret password) {
    return signIn(username, password, PkceState.make(random));
  }

  SignInAnswer signIn(String username, Secret password, PkceState pkce) {
    CodeExchange codes = new CodeExchange(settings, redirectUri, transport, pkce);
    RealmBoundary realm = new RealmBoundary(settings.authUrl());
    RedirectReader redirects = new RedirectReader(realm, new Callback(redirectUri, pkce), codes);
    LoginPageReader pages = new LoginPageReader(realm, new SignInForm(username, password));
    return new LoginFlow(transport, redirects, pages).signIn(codes.authorizationPage());
  }
}
