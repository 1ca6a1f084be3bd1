package dev.court.log;

import java.io.IOException;
import java.nio.file.Path;

/** A process that appends numbered lines to the log of a home, once its standard input ends. */
final class Appending {
  /** Two files of the three are enough for all the lines of a test, so that none may be dropped. */
  static final long LIMIT = 160_000;

  private Appending() {}

  public static void main(String[] args) throws IOException {
    System.out.println("ready");
    System.in.readAllBytes();
    append(Path.of(args[0]), args[1], Integer.parseInt(args[2]));
  }

  static void append(Path home, String name, int lines) {
    LogFile log = LogFile.in(home, LIMIT);
    for (int line = 1; line <= lines; line++) {
      log.append(line(name, line) + "\n");
    }
  }

  static String line(String name, int number) {
    return "%s %s %s".formatted(name, number, ".".repeat(number % 80));
  }
}
