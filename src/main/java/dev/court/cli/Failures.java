package dev.court.cli;

import dev.court.booking.Problem;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever goes wrong into one line and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final CourtCommand court;

  Failures(CourtCommand court) {
    this.court = court;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof Problem problem) {
      return tell(problem.getMessage(), e, ExitCodes.of(problem));
    }
    return tell(
        "internal error (%s): run it again with --debug and report what it prints".formatted(e),
        e,
        ExitCodes.INTERNAL);
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return tell(
        "%s (see: %s --help)".formatted(uncapitalized(e.getMessage()), command),
        e,
        ExitCodes.USAGE);
  }

  private int tell(String message, Exception e, int code) {
    PrintWriter err = court.console().err();
    err.println("court: " + oneLine(message));
    if (court.global().debug) {
      e.printStackTrace(err);
    }
    return code;
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ");
  }

  private static String uncapitalized(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
