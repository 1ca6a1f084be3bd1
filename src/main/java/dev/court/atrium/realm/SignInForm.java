package dev.court.atrium.realm;

import dev.court.atrium.http.ServerText;
import dev.court.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills in the forms of one sign-in, the name and the password once each: a form that asks for them
 * again has refused them, and a realm locks an account after several wrong tries.
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

  /** Whether a form asks for the name or the password. */
  static boolean isFor(HtmlForm form) {
    return form.asks(USERNAME) || form.asks(PASSWORD);
  }

  /** Whether the form asks for what was sent before. */
  boolean isRefusal(HtmlForm form) {
    return form.asks(PASSWORD) ? passwordIsSent : nameIsSent;
  }

  boolean passwordIsSent() {
    return passwordIsSent;
  }

  /** The fields to send; name and password count as sent from now on. */
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

  /** The words in one line; none of them when they repeat the password. */
  String shown(String words) {
    return words.contains(password.reveal()) ? "" : ServerText.line(words);
  }
}
