package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.text.Quote;
import java.time.DateTimeException;
import java.time.Duration;

/**
 * Reads a DURATION (RFC 5545, 3.3.6). A week is seven days and a day is 24 hours, because a court
 * is held in minutes.
 */
final class DurationValue {
  private DurationValue() {}

  static Duration of(ContentLine line) {
    String text = line.value();
    try {
      return text.matches("\\+?P\\d{1,3}W")
          ? Duration.ofDays(7 * Long.parseLong(text.replaceAll("\\D", "")))
          : Duration.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "its DURATION (line %s) is none: %s".formatted(line.number(), Quote.of(text)), e);
    }
  }
}
