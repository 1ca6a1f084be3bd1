package dev.court.atrium.realm;

import dev.court.atrium.http.HttpAnswer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** A page of the realm, in Keycloak's terms. */
final class SignInPage {
  private static final String CONSENT = "#kc-oauth, form[action*='/login-actions/consent']";
  private static final String FIELD_ERROR = "[id^=input-error]";
  private static final String MESSAGE =
      ".kc-feedback-text, .alert-error, .pf-m-danger, #kc-error-message";

  private final HtmlPage page;

  private SignInPage(HtmlPage page) {
    this.page = page;
  }

  static SignInPage read(HttpAnswer answer, URI address) {
    return new SignInPage(HtmlPage.read(answer.body(), address));
  }

  /** The message of Keycloak's error page. */
  Optional<String> error() {
    return page.text("#kc-error-message");
  }

  boolean asksForConsent() {
    return page.has(CONSENT);
  }

  boolean asksForCode() {
    return page.has("#kc-otp-login-form")
        || page.forms().stream().anyMatch(form -> form.asks("otp"));
  }

  boolean hasForm() {
    return page.forms().stream().anyMatch(form -> !form.fields().isEmpty());
  }

  /** The form for name or password. */
  Optional<HtmlForm> signInForm() {
    return page.forms().stream().filter(SignInForm::isFor).findFirst();
  }

  String title() {
    return page.title();
  }

  /**
   * Why the form came again. A message at a field is about the name or the password; the state of
   * the account is told above the form, and only the words say which state it is.
   */
  SignInAnswer refusal(SignInForm sent) {
    Optional<String> field = page.text(FIELD_ERROR);
    String words = sent.shown(field.or(() -> page.text(MESSAGE)).orElse(""));
    if (isAboutTheAccount(words)) {
      return new SignInAnswer.Disabled(words);
    }
    return field.isPresent()
        ? new SignInAnswer.WrongPassword(words)
        : new SignInAnswer.SignInRefused(words);
  }

  private static boolean isAboutTheAccount(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return lower.contains("disabled") || lower.contains("locked");
  }
}
