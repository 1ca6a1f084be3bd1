package dev.court.sandbox.realm;

import dev.court.sandbox.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sign-ins under way, known by their cookie, and the codes that were given out for them. A form is
 * good once: each that is sent gets a new ticket, as the session code of Keycloak is.
 */
public final class PendingSignIns {
  private record PendingSignIn(AuthorizationRequest question, String ticket) {}

  private record IssuedCode(AuthorizationRequest question, User user) {}

  private final List<User> users;
  private final RealmSessions sessions;
  private final Map<String, PendingSignIn> visits = new HashMap<>();
  private final Map<String, IssuedCode> codes = new HashMap<>();

  public PendingSignIns(List<User> users, RealmSessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  /** Begins one; gives its cookie. */
  synchronized String begin(AuthorizationRequest question) {
    String cookie = random();
    visits.put(cookie, new PendingSignIn(question, random()));
    return cookie;
  }

  /** What the sign-in asked for; empty when no such cookie was given out. */
  synchronized Optional<AuthorizationRequest> question(String cookie) {
    return Optional.ofNullable(visits.get(cookie)).map(PendingSignIn::question);
  }

  /** What has to come back with the form. */
  synchronized String ticket(String cookie) {
    return visits.get(cookie).ticket();
  }

  /** Takes a form; a ticket is good once. */
  synchronized boolean takes(String cookie, String ticket) {
    PendingSignIn visit = visits.get(cookie);
    boolean isGood = visit.ticket().equals(ticket);
    visits.put(cookie, new PendingSignIn(visit.question(), random()));
    return isGood;
  }

  /** Whose name and password these are; empty when they are wrong, or the account is locked. */
  Optional<User> user(String username, String password) {
    return users.stream()
        .filter(user -> user.username().equals(username) && user.password().equals(password))
        .filter(user -> user.standing() != UserStatus.LOCKED)
        .findFirst();
  }

  /** Ends a sign-in with a code. */
  synchronized String code(String cookie, User user) {
    String code = random() + "." + random();
    codes.put(code, new IssuedCode(visits.remove(cookie).question(), user));
    return code;
  }

  /**
   * New tokens for a code, once.
   *
   * @throws Refusal when the code is unknown or used, or the verifier is not the challenge's
   */
  synchronized TokenGrant redeem(String code, String verifier) {
    IssuedCode issued = codes.remove(code);
    if (issued == null) {
      throw RealmApi.refusal(400, "invalid_grant", "Code not valid");
    }
    String challenge = issued.question().challenge();
    if (challenge != null && !challenge.equals(sha256(verifier))) {
      throw RealmApi.refusal(400, "invalid_grant", "PKCE verification failed: Code mismatch");
    }
    return sessions.open(issued.user(), issued.question().nonce());
  }

  private static String sha256(String verifier) {
    try {
      byte[] text = (verifier == null ? "" : verifier).getBytes(StandardCharsets.US_ASCII);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }
}
