package dev.court.cli;

import dev.court.planning.PlanOptions;
import dev.court.text.ShellWord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of a plan as they are typed. */
final class PlanOptionsText {
  private PlanOptionsText() {}

  static String of(PlanOptions plan) {
    return Stream.of(
            option("--at", plan.at()),
            option("--rrule", plan.rrule()),
            option("--on", plan.on()),
            option("--time", plan.time()),
            option("--every", plan.every()),
            option("--from", plan.from()),
            option("--until", plan.until()),
            option("--count", plan.count()))
        .flatMap(option -> option)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> option(String name, Object value) {
    return value == null
        ? Stream.of()
        : Stream.of(name + " " + ShellWord.of(String.valueOf(value)));
  }
}
