package dev.court.cli;

import dev.court.Application;
import dev.court.schedule.ShowSchedule;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "show",
    description = "Show one schedule and what became of its bookings.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_UNKNOWN_ID,
      ExitCodes.HELP_SETUP
    })
final class ShowCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Parameters(paramLabel = "ID", description = "The id of a schedule, as court list shows it.")
  String id;

  @Override
  public Integer call() {
    Application operations = court.operations();
    ShowSchedule.ScheduleDetails story = operations.showSchedule().show(IdArguments.id(id));
    new ScheduleReport(operations.settings().venue(), court.out(), court.screen())
        .print(story, output.format);
    return ExitCodes.DONE;
  }
}
