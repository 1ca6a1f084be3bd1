package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Schedule;
import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.ChangedSchedule;
import dev.court.schedule.ListSchedules;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "remove",
    aliases = "rm",
    description = {
      "Take schedules back. A reservation already made stays.",
      "court resume undoes it, as long as a time of the schedule is ahead."
    })
public final class RemoveCommand implements Callable<Integer> {
  private static final String NOTHING = "nothing was removed";

  private final Supplier<ChangeSchedules> change;
  private final Supplier<ListSchedules> schedules;

  @ParentCommand CourtCommand court;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = {
        "Ids of schedules, as court list shows them; - reads them from standard input.",
        "Without one it lets you choose, at a terminal."
      })
  List<String> ids = List.of();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  public RemoveCommand(Supplier<ChangeSchedules> change, Supplier<ListSchedules> schedules) {
    this.change = change;
    this.schedules = schedules;
  }

  @Override
  public Integer call() {
    List<Long> meant = ids.isEmpty() ? chosen() : IdArguments.read(ids, court.console());
    if (!yes) {
      ask(meant);
    }
    ChangeReport report = new ChangeReport(court);
    for (ChangedSchedule changed : change.get().remove(meant)) {
      report.print("Removed", changed);
    }
    if (!meant.isEmpty()) {
      court.say(
          "Undo with: court resume "
              + meant.stream().distinct().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    return ExitCodes.DONE;
  }

  private List<Long> chosen() {
    if (!court.console().isTerminal()) {
      throw new InvalidRequest(
          "name the schedules to remove by their ids, such as court remove 1: court list shows"
              + " them");
    }
    return new ScheduleChoice(court, schedules.get(), court.questions(NOTHING)).several();
  }

  private void ask(List<Long> meant) {
    if (!court.console().isTerminal() || ids.contains("-")) {
      throw new InvalidRequest("nobody can be asked here: add --yes to remove without asking");
    }
    for (Schedule schedule : change.get().find(meant)) {
      court
          .screen()
          .print(
              "  " + schedule.id() + ": ",
              ScheduleChoice.words(court, schedule),
              court.console().err());
    }
    String question = meant.size() == 1 ? "Remove it?" : "Remove them?";
    court.questions(NOTHING).confirm(question);
  }
}
