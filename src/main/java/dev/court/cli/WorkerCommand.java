package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.schedule.ShowSchedule;
import dev.court.terminal.Format;
import dev.court.worker.Worker;
import dev.court.worker.WorkerListener;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "worker",
    description = {
      "Book what is due, for as long as the process lives; in place of cron.",
      "Does what run-due does, each minute and at once when a schedule changes. Prints a line for"
          + " each event, and nothing while nothing happens. Ends well on SIGTERM."
    })
public final class WorkerCommand implements Callable<Integer> {
  private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);

  private final Function<WorkerListener, Worker> worker;
  private final Function<String, ShowSchedule> show;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(
      names = "--drain",
      paramLabel = "SPAN",
      defaultValue = "25s",
      description = {
        "What to end in after SIGTERM (default: ${DEFAULT-VALUE}). What opens in it is booked"
            + " first; other claims are given back."
      })
  String drain;

  public WorkerCommand(
      Function<WorkerListener, Worker> worker, Function<String, ShowSchedule> show) {
    this.worker = worker;
    this.show = show;
  }

  @Override
  public Integer call() {
    if (output.format != Format.table && output.format != Format.ndjson) {
      throw new InvalidRequest("a worker prints line by line: -o table or -o ndjson");
    }
    Duration span = Dates.span(drain);
    if (span.compareTo(LONGEST_DRAIN) > 0) {
      throw new InvalidRequest("--drain is ten minutes at most");
    }
    WorkerReporter reporter = new WorkerReporter(court, output.format, show);
    return worker.apply(reporter).work(span) ? ExitCodes.DONE : ExitCodes.TEMPORARY;
  }
}
