package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.operation.ChangeSchedules;
import dev.court.operation.Operations;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "remove",
    description = "Take schedules back. A reservation already made stays.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_USAGE,
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
    if (!yes) {
      ask(ids);
    }
    Operations operations = court.operations();
    ChangeReport report = new ChangeReport(court, operations);
    for (ChangeSchedules.Changed changed : operations.changeSchedules().remove(ids)) {
      report.print("Removed", changed);
    }
    return ExitCodes.DONE;
  }

  private void ask(List<Long> ids) {
    if (!court.console().isTerminal() || arguments.ids.contains("-")) {
      throw new InvalidRequest("nobody can be asked here: add --yes to remove without asking");
    }
    String what = (ids.size() == 1 ? "schedule " : "schedules ") + Prompt.listed(ids);
    if (!Prompt.agreed(court.console(), "Remove %s?".formatted(what))) {
      throw new InvalidRequest("nothing was removed");
    }
  }
}
