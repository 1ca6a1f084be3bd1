package dev.court.cli;

import dev.court.Application;
import dev.court.schedule.ChangeSchedules;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "pause",
    description = "Book nothing for these schedules, for a while or until resumed.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_UNKNOWN_ID,
      ExitCodes.HELP_SETUP
    })
final class PauseCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin IdArguments arguments;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Leave out what would be played before this day (default: until resumed).")
  String until;

  @Override
  public Integer call() {
    Application operations = court.operations();
    ChangeReport report = new ChangeReport(court, operations);
    for (ChangeSchedules.Changed changed :
        operations.changeSchedules().pause(arguments.read(court.console()), day())) {
      report.print("Paused", changed);
    }
    return ExitCodes.DONE;
  }

  private LocalDate day() {
    return until == null ? null : Dates.date(until);
  }
}
