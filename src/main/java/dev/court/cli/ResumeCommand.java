package dev.court.cli;

import dev.court.booking.Schedule;
import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.ChangedSchedule;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "resume",
    description = {
      "Go on booking for paused or removed schedules.",
      "court list --all shows removed ones too; what was skipped in them stays skipped."
    })
public final class ResumeCommand implements Callable<Integer> {
  private final Supplier<ChangeSchedules> change;

  @ParentCommand CourtCommand court;
  @Mixin IdArguments arguments;

  public ResumeCommand(Supplier<ChangeSchedules> change) {
    this.change = change;
  }

  @Override
  public Integer call() {
    ChangeReport report = new ChangeReport(court);
    for (ChangedSchedule changed : change.get().resume(arguments.read(court.console()))) {
      report.print("Resumed", changed);
      noteStillPaused(changed.view().schedule());
    }
    return ExitCodes.DONE;
  }

  private void noteStillPaused(Schedule schedule) {
    if (schedule.isPaused(court.clock().instant())) {
      court.say(
          "note: schedule %s was paused when it was removed, and is again: court resume %1$s once more ends that"
              .formatted(schedule.id()));
    }
  }
}
