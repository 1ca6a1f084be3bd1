package dev.court.cli;

import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.ChangedSchedule;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "skip", description = "Leave out one time of a recurring schedule.")
public final class SkipCommand implements Callable<Integer> {
  private final Supplier<ChangeSchedules> change;

  @ParentCommand CourtCommand court;

  @Parameters(index = "0", paramLabel = "ID", description = "The id of a recurring schedule.")
  String id;

  @Parameters(
      index = "1",
      paramLabel = "DATE",
      description = "The day to leave out; with its time where there are several that day.")
  String day;

  @Option(names = "--undo", description = "Take a day that was left out back in.")
  boolean undo;

  public SkipCommand(Supplier<ChangeSchedules> change) {
    this.change = change;
  }

  @Override
  public Integer call() {
    ChangedSchedule changed = change.get().skip(IdKind.SCHEDULE.read(id), day, undo);
    new ChangeReport(court).print("Changed", changed);
    return ExitCodes.DONE;
  }
}
