package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.planning.RequestMaker;
import dev.court.schedule.Preview;
import dev.court.terminal.Printer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "preview",
    description = "Show what a rule means: its times and openings. Writes nothing.")
public final class PreviewCommand implements Callable<Integer> {
  private static final int MOST = 100_000;

  private final Supplier<RequestMaker> requests;
  private final Supplier<Preview> preview;

  @ParentCommand CourtCommand court;
  @Mixin WhenWords words;
  @Mixin FormatOption output;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many times to play at most (default: ${DEFAULT-VALUE}).")
  int limit;

  @Option(names = "--all", description = "Past ones too.")
  boolean all;

  public PreviewCommand(Supplier<RequestMaker> requests, Supplier<Preview> preview) {
    this.requests = requests;
    this.preview = preview;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw new InvalidRequest("--limit must be from 1 to %s".formatted(MOST));
    }
    Instant now = court.clock().instant();
    ScheduleRequest asked = requests.get().make(words.options(now, court.venue().zone()), now);
    List<ScheduledBooking> bookings = preview.get().of(asked, limit, all);
    new Printer(court.screen(), output.format)
        .print(bookings, new Views(court.venue()).preview(now));
    return ExitCodes.DONE;
  }
}
