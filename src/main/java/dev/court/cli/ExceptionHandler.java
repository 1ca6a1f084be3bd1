package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.UnknownId;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
    return broken(e);
  }

  /** An error of the program itself, which is to be reported. */
  int broken(Throwable e) {
    court.log().error("the command broke off", e);
    return tell(
        "internal error: run it again with --debug and report what it prints",
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
    say("%s (see: %s --help)".formatted(UsageError.of(e), command));
    if (court.global().debug) {
      // without the message of the library, which repeats every word of the line
      court.console().err().println(e.getClass().getName());
      for (StackTraceElement frame : e.getStackTrace()) {
        court.console().err().println("\tat " + frame);
      }
    }
    return ExitCodes.USAGE;
  }

  private int tell(String message, Throwable e, int code) {
    say(message);
    if (court.global().debug) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      trace
          .toString()
          .lines()
          .map(ExceptionHandler::traced)
          .forEach(court.console().err()::println);
    }
    return code;
  }

  private static String traced(String line) {
    return (line.startsWith("\t") ? "\t" : "") + MessageLine.of(line.strip());
  }

  private void say(String message) {
    court.lines("court: " + MessageLine.of(message)).forEach(court.console().err()::println);
  }
}
