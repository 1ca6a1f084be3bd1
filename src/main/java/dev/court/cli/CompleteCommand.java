package dev.court.cli;

import dev.court.schedule.ListSchedules;
import dev.court.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Unmatched;

/** Prints values that exist at the moment, for the completion scripts of shells. */
@Command(name = "complete", hidden = true, description = "Used by the completion of shells.")
public final class CompleteCommand implements Callable<Integer> {
  private final Supplier<Settings> settings;
  private final Supplier<ListSchedules> schedules;

  @ParentCommand CourtCommand court;

  @Parameters(index = "0")
  String topic;

  /** The line so far. Only the options of every command are used, such as {@code --home}. */
  @Parameters(index = "1..*", arity = "0..*")
  List<String> line = List.of();

  @Unmatched List<String> others = new ArrayList<>();

  public CompleteCommand(Supplier<Settings> settings, Supplier<ListSchedules> schedules) {
    this.settings = settings;
    this.schedules = schedules;
  }

  @Override
  public Integer call() {
    new CompletionValues(settings.get(), court.clock(), schedules)
        .of(topic)
        .forEach(court.out()::println);
    return ExitCodes.DONE;
  }
}
