package dev.court.cli;

import dev.court.Application;
import dev.court.schedule.ChangeSchedules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "resume",
    description = "Go on booking for paused schedules.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_UNKNOWN_ID,
      ExitCodes.HELP_SETUP
    })
final class ResumeCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin IdArguments arguments;

  @Override
  public Integer call() {
    Application operations = court.operations();
    ChangeReport report = new ChangeReport(court, operations);
    for (ChangeSchedules.Changed changed :
        operations.changeSchedules().resume(arguments.read(court.console()))) {
      report.print("Resumed", changed);
    }
    return ExitCodes.DONE;
  }
}
