package dev.court.cli;

import dev.court.terminal.Console;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Parameters;

/** One or more ids of schedules, or {@code -} for ids on standard input. */
final class IdArguments {
  @Parameters(
      arity = "1..*",
      paramLabel = "ID",
      description = "Ids of schedules, as court list shows them; - reads them from standard input.")
  List<String> ids;

  /** The ids, in order. */
  List<Long> read(Console console) {
    return read(ids, console);
  }

  /** The ids that were typed, in order; those of standard input in place of {@code -}. */
  static List<Long> read(List<String> ids, Console console) {
    return ids.stream()
        .flatMap(text -> text.equals("-") ? lines(console) : Stream.of(text))
        .map(IdKind.SCHEDULE::read)
        .toList();
  }

  private static Stream<String> lines(Console console) {
    return new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
        .lines()
        .flatMap(line -> Arrays.stream(line.trim().split("\\s+")))
        .filter(word -> !word.isEmpty());
  }
}
