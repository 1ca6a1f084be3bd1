package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.text.DurationText;
import dev.court.text.Quote;
import java.time.Duration;

/**
 * Reads a DURATION (RFC 5545, 3.3.6). A week is seven days and a day is 24 hours, because a court
 * is held in minutes.
 */
final class DurationValue {
  private DurationValue() {}

  static Duration of(ContentLine line) {
    String text = line.value();
    if (text.matches("\\+?P\\d{1,3}W")) {
      return Duration.ofDays(7 * Long.parseLong(text.replaceAll("\\D", "")));
    }
    return DurationText.iso(text)
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "its DURATION (line %s) is none: %s".formatted(line.number(), Quote.of(text))));
  }
}
