package dev.court.cli;

import dev.court.booking.InvalidRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "help",
    description = "Show the help of a command.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {ExitCodes.HELP_DONE, ExitCodes.HELP_USAGE})
final class HelpCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; all without.")
  String command;

  @Override
  public Integer call() {
    CommandLine court = spec.parent().commandLine();
    CommandLine asked = command == null ? court : court.getSubcommands().get(command);
    if (asked == null) {
      throw new InvalidRequest("no command '%s': court --help lists them".formatted(command));
    }
    asked.usage(asked.getOut());
    return ExitCodes.DONE;
  }
}
