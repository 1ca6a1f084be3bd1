package dev.court.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;

/**
 * The streams of a command.
 *
 * @param isTerminal whether standard input and output are a terminal, so that a prompt can be
 *     answered
 * @param hiddenLine reads a line without showing it, and runs what shows the question as soon as
 *     nothing that is typed shows any more; empty where the terminal cannot do that
 * @param columns the width of the terminal behind standard output; 0 without one
 */
public record Console(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean isTerminal,
    Function<Runnable, Optional<String>> hiddenLine,
    int columns) {
  /** Streams without a width, on which no line can be read hidden. */
  public Console(InputStream in, PrintWriter out, PrintWriter err, boolean isTerminal) {
    this(in, out, err, isTerminal, question -> Optional.empty(), 0);
  }

  /** The same streams, at which nobody answers. */
  public Console withoutQuestions() {
    return new Console(in, out, err, false, question -> Optional.empty(), columns);
  }

  /** The same streams for messages: control characters do not get through. */
  public Console sanitized() {
    return new Console(
        in,
        SanitizingWriter.before(out),
        SanitizingWriter.before(err),
        isTerminal,
        hiddenLine,
        columns);
  }
}
