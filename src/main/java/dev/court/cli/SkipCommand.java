package dev.court.cli;

import dev.court.Application;
import dev.court.schedule.ChangeSchedules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "skip",
    description = "Leave out one time of a recurring schedule.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_UNKNOWN_ID,
      ExitCodes.HELP_SETUP
    })
final class SkipCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;

  @Parameters(index = "0", paramLabel = "ID", description = "The id of a recurring schedule.")
  String id;

  @Parameters(
      index = "1",
      paramLabel = "DATE",
      description = "The day to leave out; with its time where there are several that day.")
  String day;

  @Option(names = "--undo", description = "Take a day that was left out back in.")
  boolean undo;

  @Override
  public Integer call() {
    Application operations = court.operations();
    ChangeSchedules.Changed changed =
        operations.changeSchedules().skip(IdArguments.id(id), day, undo);
    new ChangeReport(court, operations).print("Changed", changed);
    return ExitCodes.DONE;
  }
}
