package dev.court.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "logout",
    description = "Forget the session on this machine. Schedules stay.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_SETUP
    })
final class LogoutCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;

  @Override
  public Integer call() {
    boolean forgotten = court.operations().session().forget();
    court.say(forgotten ? "The session is forgotten." : "Nobody was signed in.");
    return ExitCodes.DONE;
  }
}
