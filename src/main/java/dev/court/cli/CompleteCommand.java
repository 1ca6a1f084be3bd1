package dev.court.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Unmatched;

/** Asked by the shells' scripts for what there is at the moment. */
@Command(name = "complete", hidden = true, description = "Used by the completion of shells.")
final class CompleteCommand implements Callable<Integer> {
  @ParentCommand CourtCommand court;

  @Parameters(index = "0")
  String topic;

  /** The line so far. Of its options those of every command count, such as {@code --home}. */
  @Parameters(index = "1..*", arity = "0..*")
  List<String> line = List.of();

  @Unmatched List<String> others = new ArrayList<>();

  @Override
  public Integer call() {
    CompletionValues.of(topic, court.operations()).forEach(court.out()::println);
    return ExitCodes.DONE;
  }
}
