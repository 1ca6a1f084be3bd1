package dev.court.cli;

import dev.court.booking.ScheduledBooking;
import dev.court.schedule.RetryBooking;
import dev.court.terminal.Printer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "retry",
    description = {
      "Ask once more for bookings that failed, were missed or given back, and are still ahead.",
      "The next run-due takes them, as their schedules want them now."
    })
public final class RetryCommand implements Callable<Integer> {
  private final Supplier<RetryBooking> retry;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Parameters(
      arity = "1..*",
      paramLabel = "ID",
      description = "Ids of bookings, as court list --bookings shows them.")
  List<String> ids;

  public RetryCommand(Supplier<RetryBooking> retry) {
    this.retry = retry;
  }

  @Override
  public Integer call() {
    List<ScheduledBooking> waiting =
        retry.get().retry(ids.stream().map(IdKind.BOOKING::read).toList());
    new Printer(court.screen(), output.format).print(waiting, new Views(court.venue()).bookings());
    return ExitCodes.DONE;
  }
}
