package dev.court.cli;

import dev.court.booking.InvalidRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;

/** Days and spans of time on the command line. */
final class Dates {
  private Dates() {}

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "'%s' is no date that exists: write it such as 2026-12-02".formatted(text), e);
    }
  }

  /** An ISO-8601 duration that is not negative. */
  static Duration span(String text) {
    try {
      Duration span = Duration.parse(text.strip());
      if (!span.isNegative()) {
        return span;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new InvalidRequest(
        "'%s' is no span of time: write it such as PT75S or PT20M".formatted(text));
  }
}
