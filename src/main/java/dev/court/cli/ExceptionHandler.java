package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.UnknownId;
import dev.court.text.ControlCharacters;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns an exception into one line on standard error and an exit code. */
final class ExceptionHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final CourtCommand court;

  ExceptionHandler(CourtCommand court) {
    this.court = court;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof Problem problem) {
      return ended(problem, ExitCodes.of(problem));
    }
    court.log().error("the command broke off", e);
    return tell(
        "internal error (%s): run it again with --debug and report what it prints".formatted(e),
        e,
        ExitCodes.INTERNAL);
  }

  private int ended(Problem problem, int code) {
    int told = tell(problem.getMessage(), problem, code);
    if (!isMistyped(problem)) {
      court.log().warn("the command ends with exit code " + code, problem);
    }
    return told;
  }

  /** A mistake of the person who typed the command; the log need not keep what they have read. */
  private static boolean isMistyped(Problem problem) {
    return problem instanceof InvalidRequest || problem instanceof UnknownId;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return tell("%s (see: %s --help)".formatted(what(e), command), e, ExitCodes.USAGE);
  }

  private static String what(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return uncapitalized(e.getMessage());
    }
    Optional<String> meant =
        Spelling.closest(unmatched.getUnmatched().get(0), unmatched.getSuggestions());
    boolean isCommand =
        unmatched.getCommandLine().getParent() == null && !unmatched.isUnknownOption();
    String message =
        isCommand
            ? "no command '%s'".formatted(unmatched.getUnmatched().get(0))
            : uncapitalized(unmatched.getMessage());
    return message + meant.map(", did you mean %s?"::formatted).orElse("");
  }

  private int tell(String message, Exception e, int code) {
    PrintWriter err = court.console().err();
    err.println("court: " + ControlCharacters.line(message));
    if (court.global().debug) {
      e.printStackTrace(err);
    }
    return code;
  }

  private static String uncapitalized(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
