package dev.court.cli;

import dev.court.session.Login;
import dev.court.session.SessionView;

/** Says what a sign-in has brought about. */
public final class SignInReport {
  private final CourtCommand court;

  public SignInReport(CourtCommand court) {
    this.court = court;
  }

  public void signedIn(SessionView session) {
    court.say(
        "Signed in; the access token lives until %s"
            .formatted(new Phrases(court.venue()).timeAndZone(session.accessExpiry())));
  }

  /** What became of user name and password. */
  public void kept(Login.CredentialRetention retention) {
    switch (retention) {
      case NONE -> {}
      case REMEMBERED ->
          court.say(
              "User name and password are kept, sealed, so that run-due can sign in again."
                  + " Whoever can read both the home folder and the key can read them;"
                  + " court logout forgets them.");
      case RENEWED ->
          court.say("The password that is remembered for this user name is now this one.");
      case FORGOTTEN ->
          court.say("What was remembered was for another user name, and is forgotten.");
    }
  }
}
