package dev.court.cli.setup;

import dev.court.cli.CourtCommand;
import dev.court.cli.HiddenInput;
import dev.court.cli.PasswordFile;
import dev.court.terminal.Questions;
import dev.court.terminal.TypedAnswer;
import dev.court.workspace.AccountCommand;
import java.util.Optional;

/** What a person types to sign in, or has given as an option. */
final class SignInAnswers {
  private final CourtCommand court;
  private final InitOptions given;
  private Optional<Boolean> wantsToRemember = Optional.empty();

  SignInAnswers(CourtCommand court, InitOptions given) {
    this.court = court;
    this.given = given;
  }

  /** Whether an option says how to sign in, so that it is not asked. */
  boolean areGiven() {
    return given.withToken || given.username != null || given.passwordFile != null;
  }

  String name(Questions questions) {
    return given.username != null
        ? given.username
        : questions.ask("User name", null, TypedAnswer.Usable<String>::new);
  }

  /** Empty when nothing was typed. */
  String password() {
    return given.passwordFile == null
        ? HiddenInput.ask(court.console(), "Password: ", "password", "--password-file")
        : PasswordFile.read(given.passwordFile);
  }

  /** Empty when nothing was typed. */
  String token() {
    String command = AccountCommand.of("court login", court.account()) + " --with-token";
    return HiddenInput.ask(court.console(), "Refresh token (not shown): ", "token", command);
  }

  /**
   * Whether user name and password are to be kept. This is asked once, however often the password
   * is typed, and not whoever gives it as an option.
   */
  boolean isToRemember(Questions questions) {
    if (given.remember || given.passwordFile != null) {
      return given.remember;
    }
    if (wantsToRemember.isEmpty()) {
      questions.say(
          "A session ends after some hours. run-due can begin a new one by itself if user name"
              + " and password are kept, sealed; whoever can read both the home folder and the"
              + " key can read them then.");
      wantsToRemember = Optional.of(questions.agreed("Keep them?", true));
    }
    return wantsToRemember.get();
  }
}
