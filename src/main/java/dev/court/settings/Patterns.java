package dev.court.settings;

import dev.court.booking.InvalidRequest;
import java.util.List;

/** A setting that is a list of regular expressions. */
final class Patterns {
  private Patterns() {}

  /**
   * The patterns of a setting; whether they are regular expressions is for their user to judge.
   *
   * @param setting as it stands in {@code config.json}; null for none
   */
  static List<String> read(Object setting) {
    if (setting == null) {
      return List.of();
    }
    if (setting instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new InvalidRequest("must be a list of texts, such as [\"already gone\"]");
  }
}
