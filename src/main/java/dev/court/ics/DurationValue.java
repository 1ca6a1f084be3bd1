package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.text.DurationText;
import java.time.Duration;

/**
 * Reads a DURATION (RFC 5545, 3.3.6). A week is seven days and a day is 24 hours, because a court
 * is held in minutes.
 */
final class DurationValue {
  /** Longer than any event and short enough to be added to any time. */
  private static final Duration LONGEST = Duration.ofDays(10_000);

  private DurationValue() {}

  static Duration of(ContentLine line) {
    String text = line.value();
    if (text.matches("\\+?P\\d{1,3}W")) {
      return Duration.ofDays(7 * Long.parseLong(text.replaceAll("\\D", "")));
    }
    Duration length = iso(line, text);
    if (length.compareTo(LONGEST) > 0 || length.compareTo(LONGEST.negated()) < 0) {
      throw new InvalidRequest(
          "its DURATION (line %s) is too long: %s".formatted(line.number(), Quote.of(text)));
    }
    return length;
  }

  private static Duration iso(ContentLine line, String text) {
    return DurationText.iso(text)
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "its DURATION (line %s) is no length of time: %s"
                        .formatted(line.number(), Quote.of(text))));
  }
}
