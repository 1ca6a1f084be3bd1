package dev.court.sandbox.realm;

import dev.court.sandbox.http.Endpoint;
import dev.court.sandbox.http.HttpReply;
import dev.court.sandbox.http.Refusal;
import dev.court.sandbox.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sign-in realm, in the manner of Keycloak: {@code /realms/my-tfc}. */
public final class RealmApi implements Endpoint {
  public static final String PATH = "/realms/my-tfc";
  static final String CLIENT = "my-tfc";
  public static final String TOKEN = PATH + "/protocol/openid-connect/token";

  private static final String LOGOUT = PATH + "/protocol/openid-connect/logout";
  public static final String AUTH = PATH + "/protocol/openid-connect/auth";
  private static final String DISCOVERY = PATH + "/.well-known/openid-configuration";
  private static final String SCOPE = "openid profile email";

  private final RealmSessions sessions;
  private final PendingSignIns signIns;
  private final SignInEndpoint signInPages;

  public RealmApi(RealmSessions sessions, PendingSignIns signIns) {
    this.sessions = sessions;
    this.signIns = signIns;
    this.signInPages = new SignInEndpoint(signIns);
  }

  @Override
  public HttpReply answer(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "GET " + DISCOVERY -> discovery(request);
      case "GET " + AUTH -> signInPages.begin(request);
      case "POST " + SignInEndpoint.AUTHENTICATE -> signInPages.authenticate(request);
      case "POST " + TOKEN -> token(clientForm(request));
      case "POST " + LOGOUT -> logout(clientForm(request));
      default -> throw refusal(404, "HTTP 404 Not Found", "Nothing answers here.");
    };
  }

  /** Ends all sessions: no refresh token works any more. */
  public void endSessions() {
    sessions.endAll();
  }

  /** A refusal as OAuth 2.0 has it (RFC 6749, 5.2). */
  static Refusal refusal(int status, String error, String description) {
    return new Refusal(
        HttpReply.json(status, Map.of("error", error, "error_description", description)));
  }

  private HttpReply discovery(Request request) {
    String root = root(request);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", root + PATH);
    document.put("authorization_endpoint", root + AUTH);
    document.put("token_endpoint", root + TOKEN);
    document.put("end_session_endpoint", root + LOGOUT);
    document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
    document.put("code_challenge_methods_supported", List.of("S256"));
    return HttpReply.json(200, document);
  }

  static String root(Request request) {
    return "http://" + request.header("host").orElse("127.0.0.1");
  }

  private Map<String, String> clientForm(Request request) {
    if (!request.hasMediaType("application/x-www-form-urlencoded")) {
      throw refusal(415, "HTTP 415 Unsupported Media Type", "A form is expected.");
    }
    Map<String, String> form = request.form();
    if (!CLIENT.equals(form.get("client_id"))) {
      throw refusal(401, "invalid_client", "Invalid client or Invalid client credentials");
    }
    return form;
  }

  private HttpReply token(Map<String, String> form) {
    return switch (required(form, "grant_type")) {
      case "refresh_token" -> granted(sessions.refresh(required(form, "refresh_token")));
      case "authorization_code" -> granted(redeemed(form));
      default -> throw refusal(400, "unsupported_grant_type", "Unsupported grant_type");
    };
  }

  private TokenGrant redeemed(Map<String, String> form) {
    if (!SignInEndpoint.REDIRECT_URI.equals(required(form, "redirect_uri"))) {
      throw refusal(400, "invalid_grant", "Incorrect redirect_uri");
    }
    return signIns.redeem(required(form, "code"), form.get("code_verifier"));
  }

  private HttpReply logout(Map<String, String> form) {
    sessions.end(required(form, "refresh_token"));
    return HttpReply.empty(204);
  }

  private static String required(Map<String, String> form, String field) {
    String value = form.get(field);
    if (value == null) {
      throw refusal(400, "invalid_request", "Missing form parameter: " + field);
    }
    return value;
  }

  private static HttpReply granted(TokenGrant grant) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", grant.accessToken());
    answer.put("expires_in", grant.accessLife().toSeconds());
    answer.put("refresh_expires_in", grant.refreshLife().toSeconds());
    answer.put("refresh_token", grant.refreshToken());
    answer.put("token_type", "Bearer");
    answer.put("id_token", grant.idToken());
    answer.put("not-before-policy", 0);
    answer.put("session_state", grant.sessionId());
    answer.put("scope", SCOPE);
    return HttpReply.json(200, answer).with("Cache-Control", "no-store");
  }
}
