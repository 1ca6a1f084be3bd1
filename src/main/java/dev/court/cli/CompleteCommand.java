package dev.court.cli;

import dev.court.schedule.ListSchedules;
import dev.court.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Prints values that exist at the moment, for the completion scripts of shells. */
@Command(name = "complete", hidden = true, description = "Used by the completion of shells.")
public final class CompleteCommand implements Callable<Integer> {
  private final Supplier<Settings> settings;
  private final Supplier<ListSchedules> schedules;
  private final Supplier<List<String>> storedAccounts;

  @Spec CommandSpec spec;
  @ParentCommand CourtCommand court;

  @Parameters(index = "0")
  String topic;

  /**
   * The line so far. Used are the options of every command, such as {@code --home}, and what a
   * topic depends on.
   */
  @Parameters(index = "1..*", arity = "0..*")
  List<String> line = List.of();

  @Unmatched List<String> others = new ArrayList<>();

  public CompleteCommand(
      Supplier<Settings> settings,
      Supplier<ListSchedules> schedules,
      Supplier<List<String>> storedAccounts) {
    this.settings = settings;
    this.schedules = schedules;
    this.storedAccounts = storedAccounts;
  }

  @Override
  public Integer call() {
    Stream<String> found =
        topic.equals(CompletionValues.COMMANDS)
            ? commands()
            : new CompletionValues(settings.get(), court.clock(), schedules, storedAccounts)
                .of(topic, Stream.concat(line.stream(), others.stream()).toList());
    found.forEach(court.out()::println);
    return ExitCodes.DONE;
  }

  /** Those below the command that follows {@code help} on the line. */
  private Stream<String> commands() {
    CommandSpec above = spec.parent();
    for (String word : line.subList(line.indexOf("help") + 1, line.size())) {
      CommandLine below = above.subcommands().get(word);
      if (below == null) {
        return Stream.empty();
      }
      above = below.getCommandSpec();
    }
    return above.subcommands().entrySet().stream()
        .filter(one -> !one.getValue().getCommandSpec().usageMessage().hidden())
        .map(one -> CompletionValues.line(one.getKey(), summary(one.getValue())));
  }

  private static String summary(CommandLine command) {
    return String.join(" ", command.getCommandSpec().usageMessage().description())
        .replace("%%", "%");
  }
}
