package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.time.Duration;
import java.util.List;

/** The two meanings of {@code --every}: weeks as a plain number, or a duration between tries. */
final class EveryOption {
  private EveryOption() {}

  /** The number of weeks; null when no value is one. */
  static Integer weeks(List<String> values) {
    String weeks = one(values.stream().filter(EveryOption::isNumber).toList());
    return weeks == null ? null : Integer.valueOf(weeks);
  }

  /** The duration between tries; null when no value is one. */
  static Duration span(List<String> values) {
    String span = one(values.stream().filter(value -> !isNumber(value)).toList());
    return span == null ? null : Dates.span(span);
  }

  private static boolean isNumber(String value) {
    return value.matches("-?\\d{1,9}");
  }

  private static String one(List<String> values) {
    if (values.size() > 1) {
      throw new InvalidRequest(
          "--every is said twice: %s".formatted(Quote.of(String.join(", ", values))));
    }
    return values.isEmpty() ? null : values.get(0);
  }
}
