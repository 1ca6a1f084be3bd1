package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.recurrence.Until;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Says which date of its series a change replaces (RECURRENCE-ID, RFC 5545, 3.8.4.4). */
record RecurrenceId(ContentLine line, Zones zones) {
  private static final int LENGTH_OF_DATE = 8;

  /**
   * The date that is replaced.
   *
   * @throws InvalidRequest when it cannot be read
   */
  CalendarTime time() {
    return CalendarTime.of(line.value(), zones.of(line), line);
  }

  /**
   * The day that is replaced, on the clock of a zone that may be unknown; empty when unreadable.
   */
  Optional<LocalDate> day() {
    try {
      String value = line.value();
      return value.length() < LENGTH_OF_DATE
          ? Optional.empty()
          : Optional.of(LocalDate.parse(value.substring(0, LENGTH_OF_DATE), Until.DATE));
    } catch (DateTimeException | InvalidRequest e) {
      return Optional.empty();
    }
  }

  /** The same text for one date, in whatever zone it is written. */
  String key() {
    try {
      return time().instant().toString();
    } catch (InvalidRequest e) {
      return line.rest();
    }
  }

  /** Whether all dates from this one on are changed (RFC 5545, 3.2.13). */
  boolean hasRange() {
    return line.rest().toUpperCase(Locale.ROOT).contains(";RANGE=");
  }
}
