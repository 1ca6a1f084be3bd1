package dev.court.cli;

import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.ChangedSchedule;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "pause",
    description = "Book nothing for these schedules, for a while or until resumed.")
public final class PauseCommand implements Callable<Integer> {
  private final Supplier<ChangeSchedules> change;

  @ParentCommand CourtCommand court;
  @Mixin IdArguments arguments;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Leave out what would be played before this day (default: until resumed).")
  String until;

  public PauseCommand(Supplier<ChangeSchedules> change) {
    this.change = change;
  }

  @Override
  public Integer call() {
    ChangeReport report = new ChangeReport(court);
    for (ChangedSchedule changed : change.get().pause(arguments.read(court.console()), day())) {
      report.print("Paused", changed);
    }
    return ExitCodes.DONE;
  }

  private LocalDate day() {
    return until == null ? null : Dates.date(until);
  }
}
