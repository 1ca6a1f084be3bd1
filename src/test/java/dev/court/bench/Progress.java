package dev.court.bench;

import java.util.Optional;

/** Says on standard error how far the bench is: it takes half an hour. */
final class Progress {
  private Progress() {}

  static void say(Row row, int number, int of, Unit unit, Optional<Double> value) {
    String text = value.map(ms -> unit.text(ms) + " " + unit.word()).orElse("lost");
    System.err.printf("%s %s/%s: %s%n", row, number, of, text);
  }
}
