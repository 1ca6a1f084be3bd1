package dev.court.session;

import dev.court.atrium.realm.SignInAnswer;
import dev.court.atrium.realm.TokenSet;
import dev.court.booking.SetupProblem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.workspace.AccountCommand;

/** Turns the outcome of a sign-in into one line that says what a person can do. */
final class SignInMessages {
  private SignInMessages() {}

  /**
   * Returns the tokens of a sign-in that succeeded.
   *
   * @param account whose sign-in it was
   * @throws SignInNeeded when a person has to do something
   * @throws SetupProblem when the settings have to be changed
   * @throws TemporaryTrouble when it may work later
   */
  static TokenSet tokens(SignInAnswer answer, String account) {
    if (answer instanceof SignInAnswer.SignedIn signedIn) {
      return signedIn.tokens();
    }
    if (answer instanceof SignInAnswer.SignInFailed failed) {
      throw new TemporaryTrouble(
          "the realm lets nobody sign in now (%s): try again later".formatted(failed.reason()));
    }
    if (answer instanceof SignInAnswer.ClientNotAccepted rejected) {
      throw new SetupProblem(
          "the realm does not take this client%s: check client_id, redirect_uri and auth_url"
              .formatted(quoted(rejected.words())));
    }
    throw new SignInNeeded(refusal(answer, withToken(account)));
  }

  private static String refusal(SignInAnswer answer, String withToken) {
    if (answer instanceof SignInAnswer.WrongPassword wrong) {
      return ("the realm refuses the user name or the password%s:"
              + " check both, and do not try often, for that locks the account")
          .formatted(quoted(wrong.words()));
    }
    if (answer instanceof SignInAnswer.Disabled disabled) {
      return "the account is disabled or locked%s: ask the building's management"
          .formatted(quoted(disabled.words()));
    }
    if (answer instanceof SignInAnswer.OneTimeCode) {
      return "the realm asks for a one-time code as well, which court cannot give: " + withToken;
    }
    if (answer instanceof SignInAnswer.ActionRequired required) {
      return ("the realm wants something done first (%s):"
              + " sign in with a browser once, then again here")
          .formatted(required.action());
    }
    if (answer instanceof SignInAnswer.Consent) {
      return "the realm asks for consent: sign in with a browser once and agree, then again here";
    }
    if (answer instanceof SignInAnswer.UnexpectedPage changed) {
      return "the realm's sign-in is not the one court knows (%s): %s, and report it"
          .formatted(changed.what(), withToken);
    }
    return "the realm refuses the sign-in%s: sign in with a browser to see why"
        .formatted(quoted(((SignInAnswer.SignInRefused) answer).words()));
  }

  private static String withToken(String account) {
    return "sign in with " + AccountCommand.of("court login", account) + " --with-token";
  }

  private static String quoted(String words) {
    return words.isEmpty() ? "" : " (%s)".formatted(words);
  }
}
