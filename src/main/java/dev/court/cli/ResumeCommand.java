package dev.court.cli;

import dev.court.schedule.ChangeSchedules;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(name = "resume", description = "Go on booking for paused schedules.")
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
    for (ChangeSchedules.Changed changed : change.get().resume(arguments.read(court.console()))) {
      report.print("Resumed", changed);
    }
    return ExitCodes.DONE;
  }
}
