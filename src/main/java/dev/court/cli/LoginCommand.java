package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.schedule.ListSchedules;
import dev.court.session.Login;
import dev.court.session.Session;
import dev.court.workspace.SignInRemedy;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "login",
    description = {
      "Sign in with user name and password, or with a refresh token.",
      "Asks at a terminal; elsewhere reads user name and password from standard input, a line each."
    },
    footer = {
      "",
      "Examples:",
      "  court login --username you@example.org --remember",
      "  court login --with-token < token.txt"
    })
public final class LoginCommand implements Callable<Integer> {
  private final Supplier<Session> session;
  private final Supplier<Login> login;
  private final Supplier<ListSchedules> schedules;

  @ParentCommand CourtCommand court;

  @Option(names = "--username", paramLabel = "NAME", description = "Whom to sign in.")
  String username;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Read the password from the first line of a file that only you can read.")
  String passwordFile;

  @Option(
      names = "--remember",
      description = {
        "Keep user name and password, sealed, so that run-due can sign in again by itself.",
        "Whoever can read both the home folder and the key can read them."
      })
  boolean remember;

  @Option(
      names = "--with-token",
      description = "Read a refresh token from standard input, and try it.")
  boolean withToken;

  public LoginCommand(
      Supplier<Session> session, Supplier<Login> login, Supplier<ListSchedules> schedules) {
    this.session = session;
    this.login = login;
    this.schedules = schedules;
  }

  @Override
  public Integer call() {
    if (withToken) {
      refuseOtherOptions();
      session.get().start().withToken(TokenInput.read(court.console()));
      saySignedIn();
    } else {
      Login.CredentialRetention retention =
          login
              .get()
              .signIn(new LoginPrompt(court.console()).read(username, passwordFile), remember);
      saySignedIn();
      say(retention);
    }
    warnOfExpiry();
    return ExitCodes.DONE;
  }

  private void refuseOtherOptions() {
    if (username != null || passwordFile != null || remember) {
      throw new InvalidRequest("--with-token goes without user name and password");
    }
  }

  private void saySignedIn() {
    Phrases phrases = new Phrases(court.venue());
    court.say(
        "Signed in; the access token lives until %s"
            .formatted(phrases.timeAndZone(session.get().view().accessExpiry())));
  }

  private void warnOfExpiry() {
    schedules
        .get()
        .expiryWarning()
        .map(new Phrases(court.venue())::expiryWarning)
        .map(words -> SignInRemedy.of(words, court.account()))
        .ifPresent(warning -> court.say("But " + warning));
  }

  private void say(Login.CredentialRetention retention) {
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
