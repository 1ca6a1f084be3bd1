package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.text.DurationText;
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

  /** An ISO-8601 duration that is not negative, or such as 2d, 1h30m or 90s; 0 is none at all. */
  static Duration span(String text) {
    return DurationText.unitsOrIso(text.strip())
        .filter(span -> !span.isNegative())
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "'%s' is no span of time: write it such as 75s, 1h30m, 2d or PT20M"
                        .formatted(text)));
  }
}
