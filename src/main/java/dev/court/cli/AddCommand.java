package dev.court.cli;

import dev.court.Application;
import dev.court.booking.ScheduleRequest;
import dev.court.schedule.AddSchedule;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "add",
    description = "Add a schedule: once, by a rule, or by days of the week.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_SETUP
    },
    footer = {
      "",
      "Examples:",
      "  court add --at 2026-12-02T17:00 --court 1,2",
      "  court add --on we,fr --time 17:00 --duration 60 --name doubles",
      "  court add --rrule 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=10;BYMINUTE=0'"
    })
final class AddCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin PlayOptions play;
  @Mixin FormatOption output;

  @Option(names = "--dry-run", description = "Say what it would do, and write nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    Application operations = court.operations();
    ScheduleRequest asked =
        operations.requestMaker().make(play.options(), operations.clock().instant());
    AddSchedule.Added added = operations.addSchedule().add(asked, dryRun);
    new AddedReport(court, operations).print(added, output.format);
    return ExitCodes.DONE;
  }
}
