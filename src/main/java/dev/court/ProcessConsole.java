package dev.court;

import dev.court.terminal.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The streams of this process, in UTF-8 whatever the locale says. */
final class ProcessConsole {
  /** Set by the launcher when a person types and reads messages: standard input and error. */
  private static final String TERMINAL = "court.terminal";

  /** Set by the launcher to the width of the terminal that shows standard output. */
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

  /** Empty on JDK 17 when one of the streams leads elsewhere than to the terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static Optional<String> hiddenLine() {
    java.io.Console terminal = System.console();
    char[] typed = terminal == null ? null : terminal.readPassword();
    return Optional.ofNullable(typed).map(String::new);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
