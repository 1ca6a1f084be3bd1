package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.session.LoginCredentials;
import dev.court.terminal.Console;
import dev.court.terminal.InputLines;
import java.util.Optional;

/**
 * Reads user name and password. It asks at a terminal, and reads a line each of standard input
 * elsewhere. A password is never an argument, because every user of a machine can see arguments.
 */
public final class LoginPrompt {
  private final Console console;

  public LoginPrompt(Console console) {
    this.console = console;
  }

  /**
   * User name and password.
   *
   * @param username null to ask for it
   * @param passwordFile null to ask for the password
   */
  public LoginCredentials read(String username, String passwordFile) {
    String name = username == null ? name() : username;
    return LoginCredentials.of(
        name, passwordFile == null ? password() : PasswordFile.read(passwordFile));
  }

  private String name() {
    ask("User name: ");
    Optional<String> typed = InputLines.line(console.in());
    if (typed.isEmpty() && console.isTerminal()) {
      // Ctrl-D leaves the cursor behind the question
      console.err().println();
    }
    return typed
        .filter(name -> !name.isBlank())
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "there is no user name, so nobody is signed in: type it, or give --username"));
  }

  private String password() {
    return console.isTerminal()
        ? HiddenInput.ask(console, "Password: ", "password", "--password-file")
        : InputLines.line(console.in()).orElse("");
  }

  private void ask(String question) {
    if (console.isTerminal()) {
      console.err().print(question);
      console.err().flush();
    }
  }
}
