package dev.court.atrium.realm;

import dev.court.atrium.http.HttpAnswer;
import java.net.URI;
import java.util.Optional;

/** Decides what a page of a sign-in means, and fills in the form that it holds. */
final class LoginPageReader {
  private final RealmBoundary realm;
  private final SignInForm form;

  LoginPageReader(RealmBoundary realm, SignInForm form) {
    this.realm = realm;
    this.form = form;
  }

  FlowStep read(HttpAnswer answer, URI address) {
    SignInPage page = SignInPage.read(answer, address);
    if (page.asksForConsent()) {
      return FlowStep.end(new SignInAnswer.Consent());
    }
    if (page.asksForCode()) {
      return FlowStep.end(new SignInAnswer.OneTimeCode());
    }
    return page.signInForm()
        .map(found -> filledIn(page, found))
        .orElseGet(() -> FlowStep.end(withoutForm(answer, page)));
  }

  private FlowStep filledIn(SignInPage page, HtmlForm found) {
    if (form.isRefusal(found)) {
      return FlowStep.end(page.refusal(form));
    }
    if (!found.isPost() || !realm.contains(found.action())) {
      return FlowStep.unexpected("the form goes to %s".formatted(found.action().getRawAuthority()));
    }
    return new FlowStep.SubmitForm(found.action(), form.filledIn(found));
  }

  private SignInAnswer withoutForm(HttpAnswer answer, SignInPage page) {
    Optional<String> error =
        page.error().map(form::shown).or(() -> realmsWord(answer)).filter(it -> !it.isEmpty());
    if (error.isPresent()) {
      return refused(error.get());
    }
    String title = form.shown(page.title());
    if (!page.hasForm()) {
      return new SignInAnswer.SignInFailed(
          "HTTP %s and a page without a form: %s".formatted(answer.status(), title));
    }
    return form.passwordIsSent()
        ? new SignInAnswer.ActionRequired(title)
        : new SignInAnswer.UnexpectedPage(
            "no form for user name and password on its page: " + title);
  }

  /**
   * Before the password is sent, an error is about the client; after that, about a sign-in that
   * took too long.
   */
  private SignInAnswer refused(String error) {
    return form.passwordIsSent()
        ? new SignInAnswer.SignInFailed(error)
        : new SignInAnswer.ClientNotAccepted(error);
  }

  /** A realm that does not exist is told in JSON. */
  private static Optional<String> realmsWord(HttpAnswer answer) {
    return RealmError.code(answer).map(code -> RealmError.reason(answer));
  }
}
