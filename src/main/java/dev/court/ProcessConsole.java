package dev.court;

import dev.court.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The streams of this process, in UTF-8 whatever the locale says. */
final class ProcessConsole {
  /** The launcher sets it when standard input and standard error are a terminal. */
  private static final String TERMINAL = "court.terminal";

  /** The launcher sets it to the width of the terminal that shows standard output. */
  private static final String COLUMNS = "court.columns";

  private ProcessConsole() {}

  static Console open() {
    return new Console(
        System.in,
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        Boolean.getBoolean(TERMINAL),
        ProcessConsole::hiddenLine,
        Math.max(0, Integer.getInteger(COLUMNS, 0)));
  }

  /**
   * Reads a line that is not shown; empty on JDK 17 when a stream does not lead to the terminal.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static Optional<String> hiddenLine(Runnable question) {
    java.io.Console terminal = System.console();
    if (terminal == null) {
      return Optional.empty();
    }
    char[] typed = terminal.readPassword("%s", new Shown(question));
    // Ctrl-D is no line
    return Optional.of(typed == null ? "" : new String(typed));
  }

  /**
   * Shows the question on standard error when the terminal comes to it: the echo is off by then.
   * Its own words would go to standard output.
   */
  private record Shown(Runnable question) {
    @Override
    public String toString() {
      question.run();
      return "";
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new ProcessStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
  }
}
