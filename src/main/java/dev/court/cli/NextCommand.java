package dev.court.cli;

import dev.court.Application;
import dev.court.booking.InvalidRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.schedule.ListResult;
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
    name = "next",
    description = "Show what opens next, and whether the session will be alive then.",
    exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {
      ExitCodes.HELP_DONE,
      ExitCodes.HELP_INTERNAL,
      ExitCodes.HELP_USAGE,
      ExitCodes.HELP_TEMPORARY,
      ExitCodes.HELP_SETUP
    })
final class NextCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "5",
      description = "So many at most (default: ${DEFAULT-VALUE}).")
  int most;

  @Option(names = "--watch", description = "At a terminal: count down to the first of them.")
  boolean watch;

  @Override
  public Integer call() throws InterruptedException {
    if (most < 1) {
      throw new InvalidRequest("-n %s: one opening is the least".formatted(most));
    }
    if (watch && !court.console().isTerminal()) {
      throw new InvalidRequest("--watch counts down at a terminal, and this is none");
    }
    Application operations = court.operations();
    ListResult<ScheduledBooking> next = operations.listSchedules().openings(most);
    new Printer(court.screen(), output.format)
        .print(next.found(), new Views(operations.settings().venue()).openings(next.forecasts()));
    if (next.found().isEmpty() && output.format == Format.table) {
      court.say("Nothing is to be booked. Add something, such as: court add --on we --time 17:00");
    }
    if (watch) {
      countDown(operations, next.found());
    }
    return ExitCodes.DONE;
  }

  private void countDown(Application operations, List<ScheduledBooking> next)
      throws InterruptedException {
    List<Instant> openings =
        next.stream()
            .map(one -> one.booking().opening())
            .filter(operations.clock().instant()::isBefore)
            .toList();
    if (!openings.isEmpty()) {
      Countdown countdown =
          new Countdown(court.cursor(), operations.settings().venue(), operations.clock());
      countdown.waiting(openings);
      operations.waiter().sleepUntil(openings.get(0));
      countdown.over();
    }
  }
}
