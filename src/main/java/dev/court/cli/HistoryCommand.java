package dev.court.cli;

import dev.court.Application;
import dev.court.schedule.History;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "history",
    description = "Show each request that went out and what came of it.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_SETUP
    })
final class HistoryCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "From this day on (default: the last 30 days).")
  String since;

  @Option(names = "--failed", description = "Only what was not booked in the end.")
  boolean failed;

  @Override
  public Integer call() {
    Application operations = court.operations();
    History history = operations.history();
    List<History.HistoryEntry> entries =
        since == null ? history.recent(failed) : history.since(start(operations), failed);
    new Printer(court.screen(), output.format)
        .print(
            entries, new HistoryView(operations.settings().venue()).view(court.global().verbose));
    if (entries.isEmpty() && output.format == Format.table) {
      court.say(failed ? "Nothing was lost." : "Nothing was sent.");
    }
    return ExitCodes.DONE;
  }

  private Instant start(Application operations) {
    return Dates.date(since).atStartOfDay(operations.settings().venue().zone()).toInstant();
  }
}
