package dev.court.cli;

import dev.court.booking.Venue;
import dev.court.schedule.History;
import dev.court.terminal.Format;
import dev.court.terminal.Printer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "history", description = "Show each request that went out and what came of it.")
public final class HistoryCommand implements Callable<Integer> {
  private final Supplier<History> history;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "From this day on (default: the last 30 days).")
  String since;

  @Option(names = "--failed", description = "Only what was not booked in the end.")
  boolean failed;

  public HistoryCommand(Supplier<History> history) {
    this.history = history;
  }

  @Override
  public Integer call() {
    Venue venue = court.venue();
    List<History.HistoryEntry> entries =
        since == null
            ? history.get().recent(failed)
            : history.get().since(Dates.date(since).atStartOfDay(venue.zone()).toInstant(), failed);
    new Printer(court.screen(), output.format)
        .print(entries, new HistoryView(venue).view(court.global().verbose, areOfSeveral(entries)));
    if (entries.isEmpty() && output.format == Format.table) {
      court.say(failed ? "Nothing was lost." : "Nothing was sent.");
    }
    return ExitCodes.DONE;
  }

  private static boolean areOfSeveral(List<History.HistoryEntry> entries) {
    return entries.stream().anyMatch(one -> one.account() != null);
  }
}
