package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.session.LoginText;
import dev.court.terminal.Console;
import dev.court.terminal.Typed;

/**
 * Asks for user name and password at a terminal; elsewhere takes what is not given otherwise from
 * standard input, a line each. A password is never an argument: those are seen by all.
 */
final class LoginInput {
  private final Console console;

  LoginInput(Console console) {
    this.console = console;
  }

  /**
   * User name and password.
   *
   * @param username null to ask for it
   * @param passwordFile null to ask for the password
   */
  LoginText read(String username, String passwordFile) {
    String name = username == null ? name() : username;
    return LoginText.of(name, passwordFile == null ? password() : PasswordFile.read(passwordFile));
  }

  private String name() {
    ask("User name: ");
    return Typed.line(console.in()).orElse("");
  }

  private String password() {
    if (!console.isTerminal()) {
      return Typed.line(console.in()).orElse("");
    }
    ask("Password: ");
    return console
        .unseen()
        .get()
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "the password cannot be read here without showing it:"
                        + " give it with --password-file, or on standard input"));
  }

  private void ask(String question) {
    if (console.isTerminal()) {
      console.err().print(question);
      console.err().flush();
    }
  }
}
