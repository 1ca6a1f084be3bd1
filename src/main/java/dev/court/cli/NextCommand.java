package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.schedule.ListResult;
import dev.court.schedule.ListSchedules;
import dev.court.terminal.Format;
import dev.court.workspace.Waiter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "next",
    description = "Show what opens next, and whether the session will be alive then.")
public final class NextCommand implements Callable<Integer> {
  private final Supplier<ListSchedules> schedules;
  private final Supplier<Waiter> waiter;

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

  public NextCommand(Supplier<ListSchedules> schedules, Supplier<Waiter> waiter) {
    this.schedules = schedules;
    this.waiter = waiter;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (most < 1) {
      throw new InvalidRequest("-n %s: one opening is the least".formatted(most));
    }
    if (watch && !court.console().isTerminal()) {
      throw new InvalidRequest("--watch counts down at a terminal, and this is none");
    }
    ListResult<ScheduledBooking> next = schedules.get().next(most);
    new OpeningsTable(court).print(next, output.format);
    if (next.found().isEmpty() && output.format == Format.table) {
      court.say(
          "Nothing is to be booked"
              + new NothingAhead(court)
                  .reason(schedules.get())
                  .map(": "::concat)
                  .orElse(". Add something, such as: court add wed 17:00"));
    }
    if (output.format == Format.table) {
      LocalDate today = LocalDate.ofInstant(court.clock().instant(), court.venue().zone());
      new AwayNotes(court).print(next.forecasts(), days -> !days.last().isBefore(today));
    }
    if (watch) {
      countDown(next.found());
    }
    return ExitCodes.DONE;
  }

  private void countDown(List<ScheduledBooking> next) throws InterruptedException {
    List<Instant> openings =
        next.stream()
            .map(one -> one.booking().opening())
            .filter(court.clock().instant()::isBefore)
            .toList();
    if (!openings.isEmpty()) {
      Countdown countdown = new Countdown(court.cursor(), court.venue(), court.clock());
      countdown.waiting(openings);
      waiter.get().sleepUntil(openings.get(0));
      countdown.over();
    }
  }
}
