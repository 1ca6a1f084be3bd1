package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.recurrence.Until;
import dev.court.text.Quote;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * A DATE or DATE-TIME as a calendar has it (RFC 5545, 3.3.4 and 3.3.5).
 *
 * @param wallClock the start of the day for a DATE
 * @param rules of the zone that the wall clock is of
 * @param isDay whether it is a DATE
 */
record CalendarTime(LocalDateTime wallClock, ZoneRules rules, boolean isDay) {
  private static final String LOCAL = "[0-9]{8}T[0-9]{6}";
  private static final String DAY = "[0-9]{8}";

  /**
   * Reads one.
   *
   * @param rules of the zone that the line names, or of the venue's
   * @throws InvalidRequest when it is no time that exists
   */
  static CalendarTime of(String text, ZoneRules rules, ContentLine line) {
    try {
      if (text.matches(LOCAL + "Z")) {
        return new CalendarTime(
            LocalDateTime.parse(text.substring(0, text.length() - 1), Until.LOCAL),
            ZoneOffset.UTC.getRules(),
            false);
      }
      return text.matches(DAY)
          ? new CalendarTime(LocalDate.parse(text, Until.DATE).atStartOfDay(), rules, true)
          : new CalendarTime(LocalDateTime.parse(text, Until.LOCAL), rules, false);
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "its %s (line %s) is no time that exists: %s"
              .formatted(line.name(), line.number(), Quote.of(text)),
          e);
    }
  }

  /** A time in a gap moves forward by it, of two equal ones it is the first (RFC 5545, 3.3.5). */
  Instant instant() {
    return instant(wallClock, rules);
  }

  static Instant instant(LocalDateTime wallClock, ZoneRules rules) {
    // Java takes the offset before the change, in a gap and in an overlap.
    return wallClock.toInstant(rules.getOffset(wallClock));
  }
}
