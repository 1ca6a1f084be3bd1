package dev.court.cli.setup;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.cli.CourtCommand;
import dev.court.cli.ExitCodes;
import dev.court.cli.SignInReport;
import dev.court.session.Login;
import dev.court.session.LoginCredentials;
import dev.court.session.PastedToken;
import dev.court.terminal.Offer;
import dev.court.terminal.Questions;
import dev.court.workspace.AccountCommand;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks how to sign in, and tries it. A password is sent once each time that it is typed, and three
 * times at most, since accounts lock.
 */
final class SignInQuestions {
  private static final int TRIES = 3;
  private static final String PASSWORD = "1";
  private static final String TOKEN = "2";
  private static final String LATER = "3";
  private static final String LEFT = "Signing in is left for later.";

  private final CourtCommand court;
  private final InitOptions given;
  private final SetupProgress progress;
  private final SetupSession session;
  private final SignInAnswers answers;
  private int code = ExitCodes.DONE;

  SignInQuestions(
      CourtCommand court, InitOptions given, SetupProgress progress, SetupSession session) {
    this.court = court;
    this.given = given;
    this.progress = progress;
    this.session = session;
    this.answers = new SignInAnswers(court, given);
  }

  /** What came of the last attempt; {@link ExitCodes#DONE} before the first. */
  int code() {
    return code;
  }

  void ask(Questions questions) {
    if (!answers.areGiven() && session.isAlive()) {
      questions.say("You are signed in, " + session.until() + ".");
      if (!questions.agreed("Sign in anew?", false)) {
        return;
      }
    }
    String way = answers.areGiven() ? (given.withToken ? TOKEN : PASSWORD) : way(questions);
    if (way.equals(LATER)) {
      return;
    }
    questions.say(
        "This is tried at once, and what comes of it is kept, sealed, in %s."
            .formatted(session.home()));
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
    String name = isPassword ? answers.name(questions()) : "";
    String typed = attempted(() -> isPassword ? answers.password() : answers.token()).orElse(null);
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

  private boolean isDone(LoginCredentials typed) {
    boolean remember = answers.isToRemember(questions());
    return isDone(() -> signIn(typed, remember));
  }

  private boolean isDone(PastedToken pasted) {
    return isDone(() -> session.signIn(pasted));
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

  /** Whoever was asked whether to keep them need not be told that they are kept. */
  private void signIn(LoginCredentials typed, boolean remember) {
    Login.CredentialRetention retention = session.signIn(typed, remember);
    if (retention != Login.CredentialRetention.REMEMBERED) {
      new SignInReport(court).kept(retention);
    }
  }
}
