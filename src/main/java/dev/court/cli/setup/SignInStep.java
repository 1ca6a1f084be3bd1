package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.cli.LoginPrompt;
import dev.court.cli.SignInReport;
import dev.court.cli.TokenInput;
import dev.court.session.LoginCredentials;
import dev.court.session.PastedToken;
import dev.court.terminal.Questions;
import java.util.List;
import java.util.Optional;

/** Signing in, which is done at once: only then can the building be asked about the person. */
final class SignInStep implements SetupStep {
  private final CourtCommand court;
  private final InitOptions given;
  private final SetupSession session;
  private final SignInQuestions asking;
  private LoginCredentials credentials;
  private PastedToken token;

  SignInStep(CourtCommand court, SetupCases cases, InitOptions given, SetupProgress progress) {
    this.court = court;
    this.given = given;
    this.session = new SetupSession(court, cases, progress);
    this.asking = new SignInQuestions(court, given, progress, session);
  }

  @Override
  public String title() {
    return "Sign-in";
  }

  @Override
  public Optional<String> take() {
    refuseBoth();
    if (given.withToken) {
      token = TokenInput.read(court.console());
    } else if (given.username != null) {
      credentials = new LoginPrompt(court.console()).read(given.username, given.passwordFile);
    } else if (given.passwordFile != null || given.remember || !isAlive()) {
      return Optional.of("--username with --password-file");
    }
    return Optional.empty();
  }

  private void refuseBoth() {
    if (given.withToken
        && (given.username != null || given.passwordFile != null || given.remember)) {
      throw new InvalidRequest("--with-token goes without user name and password");
    }
  }

  /**
   * Signs in with what {@link #take} has read, if anything.
   *
   * @throws dev.court.booking.Problem when that fails; then nobody is signed in anew
   */
  void signIn() {
    if (token != null) {
      session.signIn(token);
    } else if (credentials != null) {
      new SignInReport(court).kept(session.signIn(credentials, given.remember));
    }
  }

  @Override
  public void ask(Questions questions) {
    refuseBoth();
    asking.ask(questions);
  }

  @Override
  public int tried() {
    return asking.code();
  }

  /** Whether somebody is signed in, now or before. */
  boolean isAlive() {
    return session.isAlive();
  }

  @Override
  public List<PlannedValue> plan() {
    return List.of(session.planned());
  }

  /** It is done before the yes. */
  @Override
  public boolean isChange() {
    return false;
  }

  @Override
  public int perform() {
    return ExitCodes.DONE;
  }
}
