package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.recurrence.Until;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * A DATE or DATE-TIME of a calendar (RFC 5545, 3.3.4 and 3.3.5).
 *
 * @param wallClock the start of the day for a DATE
 * @param rules of the zone of the wall clock
 * @param isDay whether it is a DATE
 */
record CalendarTime(LocalDateTime wallClock, ZoneRules rules, boolean isDay) {
  private static final String LOCAL = "[0-9]{8}T[0-9]{6}";
  private static final String DAY = "[0-9]{8}";

  /**
   * Reads a value of a line.
   *
   * @param rules of the zone that the line names, else of the venue
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

  /** This date at the time of day of {@code start}; a time with a time of day stays as it is. */
  Instant instantLike(CalendarTime start) {
    return isDay ? start.on(wallClock.toLocalDate()) : instant();
  }

  /** The same time of day on another day. */
  Instant on(LocalDate day) {
    return instant(day.atTime(wallClock.toLocalTime()), rules);
  }

  /**
   * A time in a gap moves forward by the gap; of two equal times the first counts (RFC 5545,
   * 3.3.5).
   */
  Instant instant() {
    return instant(wallClock, rules);
  }

  static Instant instant(LocalDateTime wallClock, ZoneRules rules) {
    // In a gap and in an overlap, Java returns the offset before the change.
    return wallClock.toInstant(rules.getOffset(wallClock));
  }
}
