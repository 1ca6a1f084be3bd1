package dev.court.cli;

import dev.court.Application;
import dev.court.run.RunListener;
import dev.court.run.RunOptions;
import dev.court.run.RunReport;
import dev.court.terminal.Printer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "run-due",
    description = {
      "Book what is due; for cron, each minute.",
      "Waits for openings that are near, and prints nothing when nothing is due."
    },
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_LOST,
      ExitCodes.HELP_SIGN_IN,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_SETUP,
      ExitCodes.HELP_UNCLEAR
    })
final class RunDueCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(
      names = "--within",
      paramLabel = "SPAN",
      defaultValue = "PT75S",
      description = "Take what opens within this time (default: ${DEFAULT-VALUE}).")
  String within;

  @Option(
      names = "--give-up",
      paramLabel = "SPAN",
      defaultValue = "PT60S",
      description = "Go on for this long after an opening (default: ${DEFAULT-VALUE}).")
  String giveUp;

  @Option(names = "--only", paramLabel = "ID", description = "Only this schedule.")
  String only;

  @Option(names = "--dry-run", description = "Show what a run would take now, and do nothing.")
  boolean dryRun;

  @Override
  public Integer call() {
    Application operations = court.operations();
    RunOptions options =
        new RunOptions(
            Dates.span(within),
            Dates.span(giveUp),
            only == null ? null : (Long) IdArguments.id(only));
    if (dryRun) {
      new Printer(court.screen(), output.format)
          .print(
              operations.runDue().rehearse(options),
              new Views(operations.settings().venue()).bookings());
      return ExitCodes.DONE;
    }
    RunReport report = run(operations, options);
    new RunReporter(court, operations.settings().venue()).print(report, output.format);
    court.flush();
    operations
        .telling()
        .after(report.problem(), report.stillPending())
        .forEach(line -> court.console().err().println("court: " + line));
    return ExitCodes.of(report);
  }

  private RunReport run(Application operations, RunOptions options) {
    try {
      return operations.runDue().run(options, onlooker(operations));
    } catch (RuntimeException e) {
      operations.heartbeat().failed(e);
      throw e;
    }
  }

  private RunListener onlooker(Application operations) {
    return court.console().isTerminal() && !court.global().quiet
        ? new Countdown(court.cursor(), operations.settings().venue(), operations.clock())
        : RunListener.NOBODY;
  }
}
