package dev.court.planning.words;

import dev.court.planning.PlanOptions;
import java.util.List;

/** What a text about times means. */
public sealed interface TimeReading {

  /**
   * It has one meaning.
   *
   * @param options the same as options: either {@code at}, or {@code on} with {@code time}
   */
  record Understood(PlanOptions options) implements TimeReading {}

  /**
   * It has several meanings.
   *
   * @param why in words, without the readings
   * @param readings at least two; each of them, read again, is understood
   */
  record Ambiguous(String why, List<String> readings) implements TimeReading {
    public Ambiguous {
      readings = List.copyOf(readings);
    }
  }

  /**
   * It has no meaning.
   *
   * @param why cause and remedy, in one sentence
   */
  record NotUnderstood(String why) implements TimeReading {}
}
