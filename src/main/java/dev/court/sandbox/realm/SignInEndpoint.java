package dev.court.sandbox.realm;

import dev.court.sandbox.http.HttpReply;
import dev.court.sandbox.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs users in by the pages of a browser. */
public final class SignInEndpoint {
  static final String REDIRECT_URI = "https://my.tfc.com/";
  public static final String ACTIONS = RealmApi.PATH + "/login-actions/";
  static final String AUTHENTICATE = ACTIONS + "authenticate";
  private static final String COOKIE = "AUTH_SESSION_ID";
  private static final Pattern IN_HEADER = Pattern.compile("(?:^|;\\s*)" + COOKIE + "=([^;]*)");

  private final PendingSignIns signIns;

  SignInEndpoint(PendingSignIns signIns) {
    this.signIns = signIns;
  }

  /** Begins a sign-in: the page with the form. */
  HttpReply begin(Request request) {
    Map<String, String> query = request.query();
    if (!RealmApi.CLIENT.equals(query.get("client_id"))) {
      return SignInPages.error("Client not found.");
    }
    if (!REDIRECT_URI.equals(query.get("redirect_uri"))) {
      return SignInPages.error("Invalid parameter: redirect_uri");
    }
    String cookie = signIns.begin(AuthorizationRequest.of(query));
    // Secure although this is plain http: Keycloak does the same on loopback
    return SignInPages.form(action(request, cookie))
        .with("Set-Cookie", COOKIE + "=" + cookie + ";Path=" + RealmApi.PATH + "/;Secure;HttpOnly");
  }

  /** Takes the form of a sign-in. */
  HttpReply authenticate(Request request) {
    String cookie = cookie(request).orElse("");
    if (signIns.authorization(cookie).isEmpty()) {
      return SignInPages.error("Cookie not found. Please make sure cookies are enabled.");
    }
    if (!signIns.takes(cookie, request.query().get("session_code"))) {
      return SignInPages.error("Page has expired");
    }
    Map<String, String> form = request.form();
    return signIns
        .user(form.get("username"), form.get("password"))
        .map(user -> admitted(request, cookie, user))
        .orElseGet(() -> SignInPages.wrongPassword(action(request, cookie)));
  }

  private HttpReply admitted(Request request, String cookie, User user) {
    return switch (user.status()) {
      case DISABLED -> SignInPages.disabled(action(request, cookie));
      case ONE_TIME_CODE -> SignInPages.code(action(request, cookie));
      case CONSENT -> SignInPages.consent(root(request) + ACTIONS + "consent");
      case NEW_PASSWORD ->
          redirect(root(request) + ACTIONS + "required-action?execution=UPDATE_PASSWORD");
      default -> redirect(callback(request, cookie, user));
    };
  }

  private String callback(Request request, String cookie, User user) {
    AuthorizationRequest authorization = signIns.authorization(cookie).orElseThrow();
    return REDIRECT_URI
        + (authorization.inFragment() ? "#" : "?")
        + "state=%s&session_state=%s&iss=%s&code=%s"
            .formatted(
                encoded(authorization.state()),
                encoded(cookie),
                encoded(root(request) + RealmApi.PATH),
                encoded(signIns.code(cookie, user)));
  }

  private String action(Request request, String cookie) {
    return "%s%s?session_code=%s&execution=form&client_id=%s&tab_id=1"
        .formatted(root(request), AUTHENTICATE, signIns.ticket(cookie), RealmApi.CLIENT);
  }

  private static HttpReply redirect(String to) {
    return HttpReply.empty(302).with("Location", to);
  }

  private static Optional<String> cookie(Request request) {
    return request
        .header("cookie")
        .map(IN_HEADER::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private static String root(Request request) {
    return RealmApi.root(request);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
