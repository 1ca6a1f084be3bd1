package dev.court.cli;

import dev.court.operation.Operations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "export",
    description = "Write all schedules, for import elsewhere. No tokens.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_SETUP
    })
final class ExportCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Kind kind;

  /** Lower case, as people type it. */
  enum Kind {
    json
  }

  @Override
  public Integer call() {
    Operations operations = court.operations();
    new Printer(court.screen(), Format.json)
        .print(
            operations
                .listSchedules()
                .schedules(status -> !status.equals("cancelled"), true)
                .found(),
            new Views(operations.settings().venue()).schedules());
    return ExitCodes.DONE;
  }
}
