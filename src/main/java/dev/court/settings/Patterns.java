package dev.court.settings;

import dev.court.atrium.reservations.AnswerPattern;
import dev.court.booking.InvalidRequest;
import java.util.List;

/** Reads a setting that is a list of regular expressions. */
final class Patterns {
  private Patterns() {}

  /**
   * Reads the patterns, each of which can be used.
   *
   * @param setting the value in {@code config.json}; null when it is not set
   */
  static List<String> read(Object setting) {
    if (setting == null) {
      return List.of();
    }
    if (setting instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      List<String> patterns = list.stream().map(String.class::cast).toList();
      patterns.forEach(AnswerPattern::check);
      return patterns;
    }
    throw new InvalidRequest("must be a list of texts, such as [\"already gone\"]");
  }
}
