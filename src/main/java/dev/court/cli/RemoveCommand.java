package dev.court.cli;

import dev.court.Application;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Schedule;
import dev.court.planning.PlanInWords;
import dev.court.schedule.ChangeSchedules;
import dev.court.terminal.Prompt;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "remove",
    description = "Take schedules back. A reservation already made stays.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_UNKNOWN_ID,
      ExitCodes.HELP_SETUP
    })
final class RemoveCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin IdArguments arguments;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Override
  public Integer call() {
    List<Long> ids = arguments.read(court.console());
    Application operations = court.operations();
    if (!yes) {
      ask(operations, ids);
    }
    ChangeReport report = new ChangeReport(court, operations);
    for (ChangeSchedules.Changed changed : operations.changeSchedules().remove(ids)) {
      report.print("Removed", changed);
    }
    return ExitCodes.DONE;
  }

  private void ask(Application operations, List<Long> ids) {
    if (!court.console().isTerminal() || arguments.ids.contains("-")) {
      throw new InvalidRequest("nobody can be asked here: add --yes to remove without asking");
    }
    for (Schedule schedule : operations.changeSchedules().find(ids)) {
      court.console().err().println("  " + line(schedule, operations));
    }
    String question = ids.size() == 1 ? "Remove it?" : "Remove them?";
    if (!Prompt.agreed(court.console(), question)) {
      throw new InvalidRequest("nothing was removed");
    }
  }

  private static String line(Schedule schedule, Application operations) {
    String name = schedule.asked().name() == null ? "" : " (" + schedule.asked().name() + ")";
    return "%s: %s%s"
        .formatted(
            schedule.id(),
            PlanInWords.plan(schedule.asked().plan(), operations.settings().venue().zone()),
            name);
  }
}
