package dev.court.cli;

import dev.court.operation.Operations;
import dev.court.operation.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "login",
    description = "Sign in with a refresh token, read from standard input.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_SIGN_IN,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_SETUP
    },
    footer = {"", "Example:", "  court login --with-token < token.txt"})
final class LoginCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;

  @Option(
      names = "--with-token",
      required = true,
      description = "Read a refresh token from standard input, and try it.")
  boolean withToken;

  @Override
  public Integer call() {
    Operations operations = court.operations();
    Session session = operations.session();
    session.begin(TokenInput.read(court.console()));
    Phrases phrases = new Phrases(operations.settings().venue());
    court.say(
        "Signed in; the access token lives until %s"
            .formatted(phrases.timeAndZone(session.view().accessExpiry())));
    return ExitCodes.DONE;
  }
}
