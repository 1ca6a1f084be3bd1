package dev.court.cli;

import dev.court.schedule.ShowSchedule;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "show", description = "Show one schedule and what became of its bookings.")
public final class ShowCommand implements Callable<Integer> {
  private final Supplier<ShowSchedule> show;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Parameters(paramLabel = "ID", description = "The id of a schedule, as court list shows it.")
  String id;

  public ShowCommand(Supplier<ShowSchedule> show) {
    this.show = show;
  }

  @Override
  public Integer call() {
    ShowSchedule.ScheduleDetails details = show.get().show(IdKind.SCHEDULE.read(id));
    new ScheduleReport(court.venue(), court.out(), court.screen()).print(details, output.format);
    return ExitCodes.DONE;
  }
}
