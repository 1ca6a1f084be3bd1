package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.schedule.ListSchedules;
import dev.court.session.Login;
import dev.court.session.Session;
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
    SignInReport report = new SignInReport(court);
    if (withToken) {
      refuseOtherOptions();
      session.get().start().withToken(TokenInput.read(court.console()));
      report.signedIn(session.get().view());
    } else {
      Login.CredentialRetention retention =
          login
              .get()
              .signIn(new LoginPrompt(court.console()).read(username, passwordFile), remember);
      report.signedIn(session.get().view());
      report.kept(retention);
    }
    warnOfExpiry();
    return ExitCodes.DONE;
  }

  private void refuseOtherOptions() {
    if (username != null || passwordFile != null || remember) {
      throw new InvalidRequest("--with-token goes without user name and password");
    }
  }

  private void warnOfExpiry() {
    schedules
        .get()
        .expiryWarning()
        .map(one -> new Phrases(court.venue()).expiryWarning(one, court.account()))
        .ifPresent(warning -> court.say("But " + warning));
  }
}
