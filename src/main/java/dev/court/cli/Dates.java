package dev.court.cli;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.planning.TimeText;
import dev.court.text.DurationText;
import java.time.Duration;
import java.time.LocalDate;

/** Days and spans of time on the command line. */
final class Dates {
  private Dates() {}

  static LocalDate date(String text) {
    return TimeText.date(text);
  }

  /** An ISO-8601 duration that is not negative, or a short form such as 2d, 1h30m, 90s or 0. */
  static Duration span(String text) {
    return DurationText.unitsOrIso(text.strip())
        .filter(span -> !span.isNegative())
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "%s is no span of time: write it such as 75s, 1h30m, 2d or PT20M"
                        .formatted(Quote.of(text))));
  }
}
