package dev.court.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The streams of a command.
 *
 * @param columns how wide the terminal is that shows standard output; 0 where none does
 * @param isTerminal whether a person sits at both ends, so that prompts make sense
 * @param unseen reads a line that the terminal does not show; empty where that cannot be done
 */
public record Console(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean isTerminal,
    Supplier<Optional<String>> unseen,
    int columns) {
  /** Streams that nothing can be typed unseen on. */
  public Console(InputStream in, PrintWriter out, PrintWriter err, boolean isTerminal) {
    this(in, out, err, isTerminal, Optional::empty, 0);
  }

  /** The same for words: no control characters get through. */
  public Console cleaned() {
    return new Console(
        in,
        SanitizingWriter.before(out),
        SanitizingWriter.before(err),
        isTerminal,
        unseen,
        columns);
  }
}
