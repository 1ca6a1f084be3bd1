package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help", description = "Show the help of a command.")
public final class HelpCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command, such as add or config set; all without.")
  List<String> words = List.of();

  @Override
  public Integer call() {
    CommandLine asked = spec.parent().commandLine();
    for (String word : words) {
      CommandSpec above = asked.getCommandSpec();
      asked = asked.getSubcommands().get(word);
      if (asked == null) {
        throw new InvalidRequest(
            "no command %s%s"
                .formatted(
                    Quote.of(String.join(" ", words)),
                    OtherWords.ofCommand(word, above, ": court --help lists them")));
      }
    }
    asked.usage(asked.getOut());
    return ExitCodes.DONE;
  }
}
