package dev.court.cli.setup;

import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.cli.HiddenInput;
import dev.court.cli.LoginPrompt;
import dev.court.cli.PasswordFile;
import dev.court.cli.Phrases;
import dev.court.cli.SignInReport;
import dev.court.cli.TokenInput;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.session.Login;
import dev.court.session.LoginCredentials;
import dev.court.session.PastedToken;
import dev.court.session.SessionView;
import dev.court.terminal.Offer;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;
import dev.court.workspace.AccountCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Signing in, which is done at once: only then can the building be asked about the person. A
 * password is sent once each time that it is typed, and three times at most, since accounts lock.
 */
final class SignInStep implements SetupStep {
  private static final int TRIES = 3;
  private static final String PASSWORD = "1";
  private static final String LATER = "3";
  private static final String LEFT = "Signing in is left for later.";

  private final CourtCommand court;
  private final SetupCases cases;
  private final InitOptions given;
  private final SetupProgress progress;
  private LoginCredentials credentials;
  private PastedToken token;
  private Optional<Boolean> wantsToRemember = Optional.empty();
  private boolean isNew;
  private boolean isKept;
  private int code = ExitCodes.DONE;

  SignInStep(CourtCommand court, SetupCases cases, InitOptions given, SetupProgress progress) {
    this.court = court;
    this.cases = cases;
    this.given = given;
    this.progress = progress;
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
      signIn(token);
    } else if (credentials != null) {
      new SignInReport(court).kept(signIn(credentials, given.remember));
    }
  }

  private void signIn(PastedToken pasted) {
    startWriting();
    cases.session().start().withToken(pasted);
    succeeded();
    new SignInReport(court).signedIn(view());
  }

  private Login.CredentialRetention signIn(LoginCredentials typed, boolean remember) {
    startWriting();
    Login.CredentialRetention retention = cases.login().signIn(typed, remember);
    succeeded();
    isKept = remember;
    new SignInReport(court).signedIn(view());
    return retention;
  }

  private void startWriting() {
    cases.startWriting();
    progress.homeMade();
  }

  private void succeeded() {
    isNew = true;
    progress.signedIn();
  }

  /** Whoever was asked whether to keep them need not be told that they are kept. */
  private void signInAsked(LoginCredentials typed, boolean remember) {
    Login.CredentialRetention retention = signIn(typed, remember);
    if (retention != Login.CredentialRetention.REMEMBERED) {
      new SignInReport(court).kept(retention);
    }
  }

  @Override
  public void ask(Questions questions) {
    refuseBoth();
    boolean isGiven = given.withToken || given.username != null || given.passwordFile != null;
    if (!isGiven && isAlive()) {
      questions.say("You are signed in, " + until(view()) + ".");
      if (!questions.agreed("Sign in anew?", false)) {
        return;
      }
    }
    String way = isGiven ? (given.withToken ? "2" : PASSWORD) : way(questions);
    if (way.equals(LATER)) {
      return;
    }
    questions.say(
        "This is tried at once, and what comes of it is kept, sealed, in %s."
            .formatted(cases.home().path()));
    for (int tries = 1; !isSettled(way); tries++) {
      if (tries == mostTries() || !questions().agreed("Try it again?", false)) {
        questions.say(LEFT);
        return;
      }
    }
  }

  /** What stands in a file is the same each time. */
  private int mostTries() {
    return given.passwordFile == null ? TRIES : 1;
  }

  /** They say what is there by now when they end early. */
  private Questions questions() {
    return court.questions(progress.outcome());
  }

  private String way(Questions questions) {
    List<Offer> ways =
        Offer.numbered(
            List.of(
                "user name and password of the building's portal",
                "a refresh token, where the realm wants more than a password",
                "later: " + AccountCommand.of("court login", court.account())));
    return questions.choice("How", ways, PASSWORD).key();
  }

  /** Whether there is nothing more to try. */
  private boolean isSettled(String way) {
    boolean isPassword = way.equals(PASSWORD);
    String name = isPassword ? name() : "";
    String typed = attempted(() -> isPassword ? password() : pasted()).orElse(null);
    if (typed == null) {
      return false;
    }
    if (typed.isEmpty() && given.passwordFile == null) {
      // Ctrl-D too: a hidden line does not tell it from Enter
      questions().say(LEFT);
      return true;
    }
    return isPassword
        ? attempted(() -> LoginCredentials.of(name, typed)).filter(this::isDone).isPresent()
        : attempted(() -> PastedToken.of(typed)).filter(this::isDone).isPresent();
  }

  /** Empty when what was typed is not possible, which is said. */
  private <T> Optional<T> attempted(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidRequest e) {
      failed(e, "");
      return Optional.empty();
    }
  }

  private void failed(Problem problem, String more) {
    questions().say(problem.getMessage() + more);
    code = ExitCodes.of(problem);
  }

  private String name() {
    return given.username != null
        ? given.username
        : questions().ask("User name", null, TypedAnswer.Usable<String>::new);
  }

  private String password() {
    return given.passwordFile == null
        ? HiddenInput.ask(court.console(), "Password: ", "password", "--password-file")
        : PasswordFile.read(given.passwordFile);
  }

  private String pasted() {
    String command = AccountCommand.of("court login", court.account()) + " --with-token";
    return HiddenInput.ask(court.console(), "Refresh token (not shown): ", "token", command);
  }

  private boolean isDone(LoginCredentials typed) {
    boolean remember = isToRemember();
    return isDone(() -> signInAsked(typed, remember));
  }

  private boolean isDone(PastedToken pasted) {
    return isDone(() -> signIn(pasted));
  }

  private boolean isDone(Runnable attempt) {
    try {
      attempt.run();
      code = ExitCodes.DONE;
      return true;
    } catch (SignInNeeded e) {
      failed(e, "");
      return false;
    } catch (TemporaryTrouble e) {
      failed(e, ". " + LEFT);
      return true;
    }
  }

  @Override
  public int tried() {
    return code;
  }

  /** Asked once, however often the password is typed, and not whoever gives it as an option. */
  private boolean isToRemember() {
    if (given.remember || given.passwordFile != null) {
      return given.remember;
    }
    if (wantsToRemember.isEmpty()) {
      questions()
          .say(
              "A session ends after some hours. run-due can begin a new one by itself if user name"
                  + " and password are kept, sealed; whoever can read both the home folder and the"
                  + " key can read them then.");
      wantsToRemember = Optional.of(questions().agreed("Keep them?", true));
    }
    return wantsToRemember.get();
  }

  private SessionView view() {
    return cases.hasAccount() ? cases.session().view() : SessionView.NONE;
  }

  /** Whether somebody is signed in, now or before. */
  boolean isAlive() {
    return view().isAlive(court.clock().instant());
  }

  private String until(SessionView session) {
    return session.refreshExpiry() == null
        ? "as long as the realm lets you"
        : "until " + new Phrases(court.venue()).timeAndZone(session.refreshExpiry());
  }

  @Override
  public List<PlannedValue> plan() {
    SessionView session = view();
    if (!session.isAlive(court.clock().instant())) {
      return List.of(
          new PlannedValue(
              "sign-in", AccountCommand.of("court login", court.account()), PlannedValue.LEFT_OUT));
    }
    String kept = isKept ? "; user name and password are kept" : "";
    return List.of(
        new PlannedValue(
            "sign-in", "alive, " + until(session) + kept, isNew ? "done now" : PlannedValue.THERE));
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
