package dev.court.atrium.realm;

import dev.court.atrium.http.AtriumSettings;
import dev.court.atrium.http.Exchange;
import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.HttpTransport;
import dev.court.atrium.http.OutgoingRequest;
import dev.court.atrium.http.Requests;
import dev.court.atrium.http.ServerText;
import dev.court.secret.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way of one sign-in from page to page. It follows redirects within the realm only, and ends
 * where the realm sends a browser on to the redirect URI.
 */
final class LoginFlow {
  private static final int MOST_STEPS = 12;

  /** 307 and 308 would send the password once more. */
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303);

  private static final String REQUIRED_ACTION = "/login-actions/required-action";

  private final URI realm;
  private final Callback callback;
  private final CodeExchange codes;
  private final HttpTransport line;
  private final CookieJar cookies = new CookieJar();

  LoginFlow(AtriumSettings settings, Callback callback, CodeExchange codes, HttpTransport line) {
    this.realm = settings.authUrl();
    this.callback = callback;
    this.codes = codes;
    this.line = line;
  }

  /** Where to go next, or what came of it. */
  private sealed interface FlowStep {
    record NextRequest(OutgoingRequest request) implements FlowStep {}

    record FlowResult(SignInAnswer answer) implements FlowStep {}
  }

  SignInAnswer walk(URI start, SignInForm form) {
    OutgoingRequest next = Requests.page(start, cookies.header(start));
    for (int step = 0; step < MOST_STEPS; step++) {
      Exchange exchange = line.send(next);
      if (exchange instanceof Exchange.Unanswered unanswered) {
        return new SignInAnswer.SignInFailed(unanswered.failure().reason());
      }
      FlowStep turn = turn(((Exchange.Answered) exchange).answer(), next.address(), form);
      if (turn instanceof FlowStep.FlowResult end) {
        return end.answer();
      }
      next = ((FlowStep.NextRequest) turn).request();
    }
    return new SignInAnswer.UnexpectedPage("it leads from page to page without an end");
  }

  private FlowStep turn(HttpAnswer answer, URI address, SignInForm form) {
    cookies.take(answer, address);
    if (answer.status() / 100 == 3) {
      return redirected(answer, address);
    }
    if (answer.status() / 100 == 5 || answer.status() == 429) {
      return end(new SignInAnswer.SignInFailed(answer.reason()));
    }
    return onPage(answer, address, form);
  }

  private FlowStep redirected(HttpAnswer answer, URI from) {
    Optional<URI> to = answer.header("Location").flatMap(location -> resolved(from, location));
    if (to.isEmpty() || !REDIRECTS.contains(answer.status())) {
      return changed("it redirects with HTTP %s to no page".formatted(answer.status()));
    }
    if (callback.isAt(to.get())) {
      return end(arrived(Callback.parameters(to.get())));
    }
    if (!isInRealm(to.get())) {
      return changed("it sends the sign-in on to %s".formatted(to.get().getRawAuthority()));
    }
    return to.get().getPath().endsWith(REQUIRED_ACTION)
        ? end(required(Callback.parameters(to.get()).getOrDefault("execution", "an action")))
        : new FlowStep.NextRequest(Requests.page(to.get(), cookies.header(to.get())));
  }

  private static SignInAnswer required(String action) {
    return action.equals("OAUTH_GRANT")
        ? new SignInAnswer.Consent()
        : new SignInAnswer.ActionRequired(ServerText.line(action));
  }

  private SignInAnswer arrived(Map<String, String> parameters) {
    if (!callback.isOurs(parameters)) {
      return new SignInAnswer.UnexpectedPage(
          "the answer is not to this sign-in: the state differs");
    }
    String error = parameters.get("error");
    if (error != null) {
      String words =
          ServerText.line(error + ": " + parameters.getOrDefault("error_description", ""));
      return RefreshAnswerClassifier.isPassing(error)
          ? new SignInAnswer.SignInFailed(words)
          : new SignInAnswer.ClientNotAccepted(words);
    }
    String code = parameters.getOrDefault("code", "");
    return code.isEmpty()
        ? new SignInAnswer.UnexpectedPage("there is no code in the answer")
        : codes.redeem(Secret.of(code));
  }

  private FlowStep onPage(HttpAnswer answer, URI address, SignInForm form) {
    SignInPage page = SignInPage.read(answer, address);
    if (page.asksForConsent()) {
      return end(new SignInAnswer.Consent());
    }
    if (page.asksForCode()) {
      return end(new SignInAnswer.OneTimeCode());
    }
    return page.signInForm()
        .map(found -> inForm(page, found, form))
        .orElseGet(() -> end(withoutForm(answer, page, form)));
  }

  private FlowStep inForm(SignInPage page, HtmlForm found, SignInForm form) {
    if (form.isRefusal(found)) {
      return end(page.refusal(form));
    }
    if (!found.isPost() || !isInRealm(found.action())) {
      return changed("the form goes to %s".formatted(found.action().getRawAuthority()));
    }
    URI action = found.action();
    return new FlowStep.NextRequest(
        Requests.postPage(action, form.filledIn(found), cookies.header(action)));
  }

  private static SignInAnswer withoutForm(HttpAnswer answer, SignInPage page, SignInForm form) {
    Optional<String> error =
        page.error().map(form::shown).or(() -> realmsWord(answer)).filter(it -> !it.isEmpty());
    if (error.isPresent()) {
      // before the password it is about the client; after it, about a sign-in that took too long
      return form.passwordIsSent()
          ? new SignInAnswer.SignInFailed(error.get())
          : new SignInAnswer.ClientNotAccepted(error.get());
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

  /** A realm that does not exist says so in JSON. */
  private static Optional<String> realmsWord(HttpAnswer answer) {
    return RefreshAnswerClassifier.error(answer).isPresent()
        ? Optional.of(RefreshAnswerClassifier.reason(answer))
        : Optional.empty();
  }

  private boolean isInRealm(URI address) {
    return address.getRawPath() != null
        && realm.getScheme().equalsIgnoreCase(address.getScheme())
        && realm.getRawAuthority().equalsIgnoreCase(address.getRawAuthority())
        && address.normalize().getRawPath().startsWith(realm.getRawPath() + "/");
  }

  private static Optional<URI> resolved(URI from, String location) {
    try {
      return Optional.of(from.resolve(location));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static FlowStep changed(String what) {
    return end(new SignInAnswer.UnexpectedPage(what));
  }

  private static FlowStep end(SignInAnswer answer) {
    return new FlowStep.FlowResult(answer);
  }
}
