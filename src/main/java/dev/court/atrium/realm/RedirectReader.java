package dev.court.atrium.realm;

import dev.court.atrium.http.HttpAnswer;
import dev.court.atrium.http.ServerText;
import dev.court.secret.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what a redirect of a sign-in means. It is followed within the realm only. */
final class RedirectReader {
  /** 307 and 308 would send the password once more. */
  private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303);

  private static final String REQUIRED_ACTION = "/login-actions/required-action";

  private final RealmBoundary realm;
  private final Callback callback;
  private final CodeExchange codes;

  RedirectReader(RealmBoundary realm, Callback callback, CodeExchange codes) {
    this.realm = realm;
    this.callback = callback;
    this.codes = codes;
  }

  FlowStep read(HttpAnswer answer, URI from) {
    Optional<URI> target = answer.header("Location").flatMap(location -> resolved(from, location));
    return target.isPresent() && FOLLOWED.contains(answer.status())
        ? read(target.get())
        : FlowStep.unexpected("it redirects with HTTP %s to no page".formatted(answer.status()));
  }

  private FlowStep read(URI target) {
    if (callback.isAt(target)) {
      return FlowStep.end(arrived(Callback.parameters(target)));
    }
    if (!realm.contains(target)) {
      return FlowStep.unexpected(
          "it sends the sign-in on to %s".formatted(target.getRawAuthority()));
    }
    return target.getPath().endsWith(REQUIRED_ACTION)
        ? FlowStep.end(required(Callback.parameters(target).getOrDefault("execution", "an action")))
        : new FlowStep.OpenPage(target);
  }

  private static SignInAnswer required(String action) {
    return action.equals("OAUTH_GRANT")
        ? new SignInAnswer.Consent()
        : new SignInAnswer.ActionRequired(ServerText.line(action));
  }

  /** Where the realm has sent the browser back to the redirect URI, with a code or an error. */
  private SignInAnswer arrived(Map<String, String> parameters) {
    if (!callback.isOurs(parameters)) {
      return new SignInAnswer.UnexpectedPage(
          "the answer is not to this sign-in: the state differs");
    }
    if (parameters.containsKey("error")) {
      return refused(parameters.get("error"), parameters.getOrDefault("error_description", ""));
    }
    String code = parameters.getOrDefault("code", "");
    return code.isEmpty()
        ? new SignInAnswer.UnexpectedPage("there is no code in the answer")
        : codes.redeem(Secret.of(code));
  }

  private static SignInAnswer refused(String error, String description) {
    String words = ServerText.line(error + ": " + description);
    return RealmError.isPassing(error)
        ? new SignInAnswer.SignInFailed(words)
        : new SignInAnswer.ClientNotAccepted(words);
  }

  private static Optional<URI> resolved(URI from, String location) {
    try {
      return Optional.of(from.resolve(location));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
