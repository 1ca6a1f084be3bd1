package dev.court.cli;

import dev.court.booking.ScheduleRequest;
import dev.court.planning.RequestMaker;
import dev.court.schedule.AddSchedule;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "add",
    description = "Add a schedule: once, by a rule, or by days of the week.",
    footer = {
      "",
      "Examples:",
      "  court add --at 2026-12-02T17:00 --court 1,2",
      "  court add --on we,fr --time 17:00 --duration 60 --name doubles",
      "  court add --rrule 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=10;BYMINUTE=0'"
    })
public final class AddCommand implements Callable<Integer> {
  private final Supplier<RequestMaker> requests;
  private final Supplier<AddSchedule> add;

  @ParentCommand CourtCommand court;
  @Mixin PlayOptions play;
  @Mixin FormatOption output;

  @Option(names = "--dry-run", description = "Say what it would do, and write nothing.")
  boolean dryRun;

  public AddCommand(Supplier<RequestMaker> requests, Supplier<AddSchedule> add) {
    this.requests = requests;
    this.add = add;
  }

  @Override
  public Integer call() {
    ScheduleRequest asked = requests.get().make(play.options(), court.clock().instant());
    new AddedReport(court).print(add.get().add(asked, dryRun), output.format);
    return ExitCodes.DONE;
  }
}
