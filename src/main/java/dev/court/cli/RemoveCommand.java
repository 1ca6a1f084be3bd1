package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Schedule;
import dev.court.planning.PlanInWords;
import dev.court.schedule.ChangeSchedules;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "remove",
    aliases = "rm",
    description = {
      "Take schedules back. A reservation already made stays.",
      "court resume undoes it, as long as a time of the schedule is ahead."
    })
public final class RemoveCommand implements Callable<Integer> {
  private final Supplier<ChangeSchedules> change;

  @ParentCommand CourtCommand court;
  @Mixin IdArguments arguments;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  public RemoveCommand(Supplier<ChangeSchedules> change) {
    this.change = change;
  }

  @Override
  public Integer call() {
    List<Long> ids = arguments.read(court.console());
    if (!yes) {
      ask(ids);
    }
    ChangeReport report = new ChangeReport(court);
    for (ChangeSchedules.Changed changed : change.get().remove(ids)) {
      report.print("Removed", changed);
    }
    if (!ids.isEmpty()) {
      court.say(
          "Undo with: court resume "
              + ids.stream().distinct().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    return ExitCodes.DONE;
  }

  private void ask(List<Long> ids) {
    if (!court.console().isTerminal() || arguments.ids.contains("-")) {
      throw new InvalidRequest("nobody can be asked here: add --yes to remove without asking");
    }
    for (Schedule schedule : change.get().find(ids)) {
      court.console().err().println("  " + line(schedule));
    }
    String question = ids.size() == 1 ? "Remove it?" : "Remove them?";
    court.questions("nothing was removed").confirm(question);
  }

  private String line(Schedule schedule) {
    String name = schedule.asked().name() == null ? "" : " (" + schedule.asked().name() + ")";
    return "%s: %s%s"
        .formatted(
            schedule.id(), PlanInWords.plan(schedule.asked().plan(), court.venue().zone()), name);
  }
}
