package dev.court.atrium.realm;

import dev.court.atrium.http.ServerText;
import dev.court.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills in the forms of one sign-in, the name and the password once each: whatever asks for them
 * again has refused them, and accounts are locked by those who insist.
 */
final class SignInForm {
  private static final String USERNAME = "username";
  private static final String PASSWORD = "password";

  private final String username;
  private final Secret password;
  private boolean nameIsSent;
  private boolean passwordIsSent;

  SignInForm(String username, Secret password) {
    this.username = username;
    this.password = password;
  }

  /** Whether it is one that asks for the name or the password. */
  static boolean isOne(HtmlForm form) {
    return form.asks(USERNAME) || form.asks(PASSWORD);
  }

  /** Whether what it asks for was given before. */
  boolean isRefusal(HtmlForm form) {
    return form.asks(PASSWORD) ? passwordIsSent : nameIsSent;
  }

  boolean passwordIsSent() {
    return passwordIsSent;
  }

  /** The fields to send; counts as sent from now on. */
  Map<String, String> filledIn(HtmlForm form) {
    Map<String, String> fields = new LinkedHashMap<>(form.hidden());
    if (form.asks(USERNAME)) {
      fields.put(USERNAME, username);
      nameIsSent = true;
    }
    if (form.asks(PASSWORD)) {
      fields.put(PASSWORD, password.reveal());
      passwordIsSent = true;
    }
    return fields;
  }

  /** Words fit to be shown; none of them if they repeat the password. */
  String shown(String words) {
    return words.contains(password.reveal()) ? "" : ServerText.line(words);
  }
}
