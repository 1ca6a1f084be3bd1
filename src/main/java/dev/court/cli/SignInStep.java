package dev.court.cli;

import dev.court.booking.InvalidRequest;
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

  private final CourtCommand court;
  private final SetupCases cases;
  private final InitOptions given;
  private LoginCredentials credentials;
  private PastedToken token;
  private Optional<Boolean> wantsToRemember = Optional.empty();
  private boolean isNew;
  private boolean isKept;

  SignInStep(CourtCommand court, SetupCases cases, InitOptions given) {
    this.court = court;
    this.cases = cases;
    this.given = given;
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
    cases.startWriting();
    cases.session().start().withToken(pasted);
    isNew = true;
    new SignInReport(court).signedIn(view());
  }

  private Login.CredentialRetention signIn(LoginCredentials typed, boolean remember) {
    cases.startWriting();
    Login.CredentialRetention retention = cases.login().signIn(typed, remember);
    isNew = true;
    isKept = remember;
    new SignInReport(court).signedIn(view());
    return retention;
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
    for (int tries = 1; !tried(questions, way) && tries < TRIES; tries++) {
      if (!questions.agreed("Try it again?", true)) {
        return;
      }
    }
  }

  private static String way(Questions questions) {
    List<Offer> ways =
        Offer.numbered(
            List.of(
                "user name and password of the building's portal",
                "a refresh token, where the realm wants more than a password",
                "later: court login"));
    return questions.choice("How", ways, PASSWORD).key();
  }

  /** Whether there is nothing more to try. */
  private boolean tried(Questions questions, String way) {
    if (way.equals(PASSWORD)) {
      String name =
          given.username != null
              ? given.username
              : questions.ask("User name", null, TypedAnswer.Usable<String>::new);
      return typed(questions, () -> new LoginPrompt(court.console()).read(name, given.passwordFile))
          .map(typed -> isDone(questions, attempt(questions, typed)))
          .orElse(false);
    }
    return typed(questions, this::pasted)
        .map(pasted -> isDone(questions, () -> signIn(pasted)))
        .orElse(false);
  }

  /** Empty when it cannot be one, which is said. */
  private static <T> Optional<T> typed(Questions questions, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (InvalidRequest e) {
      questions.say(e.getMessage());
      return Optional.empty();
    }
  }

  private PastedToken pasted() {
    return PastedToken.of(
        HiddenInput.ask(
            court.console(), "Refresh token (not shown): ", "token", "court login --with-token"));
  }

  private Runnable attempt(Questions questions, LoginCredentials typed) {
    boolean remember = given.remember || wantsToRemember(questions);
    return () -> signInAsked(typed, remember);
  }

  private static boolean isDone(Questions questions, Runnable attempt) {
    try {
      attempt.run();
      return true;
    } catch (SignInNeeded e) {
      questions.say(e.getMessage());
      return false;
    } catch (TemporaryTrouble e) {
      questions.say(e.getMessage() + ". Signing in is left for later.");
      return true;
    }
  }

  /** Asked once, however often the password is typed. */
  private boolean wantsToRemember(Questions questions) {
    if (wantsToRemember.isEmpty()) {
      wantsToRemember = Optional.of(isToRemember(questions));
    }
    return wantsToRemember.get();
  }

  private static boolean isToRemember(Questions questions) {
    questions.say(
        "A session ends after some hours. run-due can begin a new one by itself if user name and"
            + " password are kept, sealed; whoever can read both the home folder and the key can"
            + " read them then.");
    return questions.agreed("Keep them?", true);
  }

  private SessionView view() {
    return cases.hasAccount() ? cases.session().view() : SessionView.NONE;
  }

  /** Whether somebody is signed in, now or before. */
  boolean isAlive() {
    return view().isAlive(court.clock().instant());
  }

  /** Whether this has signed somebody in. */
  boolean isNew() {
    return isNew;
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
