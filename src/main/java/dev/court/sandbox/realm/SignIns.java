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
public final class SignIns {
  private record Visit(Question question, String ticket) {}

  private record Issued(Question question, User user) {}

  private final List<User> users;
  private final Sessions sessions;
  private final Map<String, Visit> visits = new HashMap<>();
  private final Map<String, Issued> codes = new HashMap<>();

  public SignIns(List<User> users, Sessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  /** Begins one; gives its cookie. */
  synchronized String begin(Question question) {
    String cookie = random();
    visits.put(cookie, new Visit(question, random()));
    return cookie;
  }

  /** What the sign-in asked for; empty when no such cookie was given out. */
  synchronized Optional<Question> question(String cookie) {
    return Optional.ofNullable(visits.get(cookie)).map(Visit::question);
  }

  /** What has to come back with the form. */
  synchronized String ticket(String cookie) {
    return visits.get(cookie).ticket();
  }

  /** Takes a form; a ticket is good once. */
  synchronized boolean takes(String cookie, String ticket) {
    Visit visit = visits.get(cookie);
    boolean isGood = visit.ticket().equals(ticket);
    visits.put(cookie, new Visit(visit.question(), random()));
    return isGood;
  }

  /** Whose name and password these are; empty when they are wrong, or the account is locked. */
  Optional<User> user(String username, String password) {
    return users.stream()
        .filter(user -> user.username().equals(username) && user.password().equals(password))
        .filter(user -> user.standing() != Standing.LOCKED)
        .findFirst();
  }

  /** Ends a sign-in with a code. */
  synchronized String code(String cookie, User user) {
    String code = random() + "." + random();
    codes.put(code, new Issued(visits.remove(cookie).question(), user));
    return code;
  }

  /**
   * New tokens for a code, once.
   *
   * @throws Refusal when the code is unknown or used, or the verifier is not the challenge's
   */
  synchronized Grant redeem(String code, String verifier) {
    Issued issued = codes.remove(code);
    if (issued == null) {
      throw Realm.refusal(400, "invalid_grant", "Code not valid");
    }
    String challenge = issued.question().challenge();
    if (challenge != null && !challenge.equals(sha256(verifier))) {
      throw Realm.refusal(400, "invalid_grant", "PKCE verification failed: Code mismatch");
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
