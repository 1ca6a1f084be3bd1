package dev.court.cli.setup;

import dev.court.cli.CourtCommand;
import dev.court.cli.Phrases;
import dev.court.cli.SignInReport;
import dev.court.session.Login;
import dev.court.session.LoginCredentials;
import dev.court.session.PastedToken;
import dev.court.session.SessionView;
import dev.court.workspace.AccountCommand;
import java.nio.file.Path;

/** The session of the account that is set up. It is begun before the yes. */
final class SetupSession {
  private final CourtCommand court;
  private final SetupCases cases;
  private final SetupProgress progress;
  private boolean isNew;
  private boolean isKept;

  SetupSession(CourtCommand court, SetupCases cases, SetupProgress progress) {
    this.court = court;
    this.cases = cases;
    this.progress = progress;
  }

  /** Where it is kept. */
  Path home() {
    return cases.home().path();
  }

  /**
   * Signs in with a refresh token.
   *
   * @throws dev.court.booking.Problem when that fails; then nobody is signed in anew
   */
  void signIn(PastedToken pasted) {
    startWriting();
    cases.session().start().withToken(pasted);
    succeeded();
  }

  /**
   * Signs in with user name and password.
   *
   * @return what became of them
   * @throws dev.court.booking.Problem when that fails; then nobody is signed in anew
   */
  Login.CredentialRetention signIn(LoginCredentials typed, boolean remember) {
    startWriting();
    Login.CredentialRetention retention = cases.login().signIn(typed, remember);
    isKept = remember;
    succeeded();
    return retention;
  }

  private void startWriting() {
    cases.startWriting();
    progress.homeMade();
  }

  private void succeeded() {
    isNew = true;
    progress.signedIn();
    new SignInReport(court).signedIn(view());
  }

  private SessionView view() {
    return cases.hasAccount() ? cases.session().view() : SessionView.NONE;
  }

  /** Whether somebody is signed in, now or before. */
  boolean isAlive() {
    return isAlive(view());
  }

  private boolean isAlive(SessionView session) {
    return session.isAlive(court.clock().instant());
  }

  /** Until when it lives, as part of a sentence. */
  String until() {
    return until(view());
  }

  private String until(SessionView session) {
    return session.refreshExpiry() == null
        ? "as long as the realm lets you"
        : "until " + new Phrases(court.venue()).timeAndZone(session.refreshExpiry());
  }

  PlannedValue planned() {
    SessionView session = view();
    if (!isAlive(session)) {
      return new PlannedValue(
          "sign-in", AccountCommand.of("court login", court.account()), PlannedValue.LEFT_OUT);
    }
    String kept = isKept ? "; user name and password are kept" : "";
    return new PlannedValue(
        "sign-in", "alive, " + until(session) + kept, isNew ? "done now" : PlannedValue.THERE);
  }
}
