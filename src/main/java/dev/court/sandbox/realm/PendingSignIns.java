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
 * Sign-ins that are not finished, by their cookie, and the codes that were given out for them. A
 * form works once: each page has a new ticket, like the session code of Keycloak.
 */
public final class PendingSignIns {
  private record PendingSignIn(AuthorizationRequest authorization, String ticket) {}

  private record IssuedCode(AuthorizationRequest authorization, User user) {}

  private final List<User> users;
  private final RealmSessions sessions;
  private final Map<String, PendingSignIn> pending = new HashMap<>();
  private final Map<String, IssuedCode> codes = new HashMap<>();

  public PendingSignIns(List<User> users, RealmSessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  /** Begins a sign-in; returns its cookie. */
  synchronized String begin(AuthorizationRequest authorization) {
    String cookie = random();
    pending.put(cookie, new PendingSignIn(authorization, random()));
    return cookie;
  }

  /** The request that a sign-in began with; empty when no such cookie was given out. */
  synchronized Optional<AuthorizationRequest> authorization(String cookie) {
    return Optional.ofNullable(pending.get(cookie)).map(PendingSignIn::authorization);
  }

  /** The text that must come back with the form. */
  synchronized String ticket(String cookie) {
    return pending.get(cookie).ticket();
  }

  /** Whether a form has the right ticket, which works once. */
  synchronized boolean takes(String cookie, String ticket) {
    PendingSignIn signIn = pending.get(cookie);
    boolean isGood = signIn.ticket().equals(ticket);
    pending.put(cookie, new PendingSignIn(signIn.authorization(), random()));
    return isGood;
  }

  /** The user with this name and password; empty when they are wrong, or the account is locked. */
  Optional<User> user(String username, String password) {
    return users.stream()
        .filter(user -> user.username().equals(username) && user.password().equals(password))
        .filter(user -> user.status() != UserStatus.LOCKED)
        .findFirst();
  }

  /** Ends a sign-in with a code. */
  synchronized String code(String cookie, User user) {
    String code = random() + "." + random();
    codes.put(code, new IssuedCode(pending.remove(cookie).authorization(), user));
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
    String challenge = issued.authorization().challenge();
    if (challenge != null && !challenge.equals(sha256(verifier))) {
      throw RealmApi.refusal(400, "invalid_grant", "PKCE verification failed: Code mismatch");
    }
    return sessions.open(issued.user(), issued.authorization().nonce());
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
