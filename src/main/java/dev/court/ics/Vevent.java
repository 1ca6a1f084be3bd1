package dev.court.ics;

import dev.court.booking.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A VEVENT of a file (RFC 5545, 3.6.1).
 *
 * @param number of the event in the file, from 1
 * @param method of its calendar (RFC 5546, 3.2); empty when there is none
 */
record Vevent(int number, Component block, Zones zones, String method) {
  private static final int LONGEST_UID = 250;

  /** What those who were invited send (RFC 5546, 3.2.3 and 3.2.6 to 3.2.8). */
  private static final Set<String> MESSAGES =
      Set.of("REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER");

  CalendarEntry.EventLocation place() {
    return new CalendarEntry.EventLocation(number, block.line());
  }

  /** The UID, or its digest when it is long; empty when the event has none. */
  String uid() {
    String uid = block.text("UID");
    return uid.length() <= LONGEST_UID
        ? uid
        : UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Whether it is a message about an event, and no event itself. */
  boolean isMessage() {
    return MESSAGES.contains(method.toUpperCase(Locale.ROOT));
  }

  CalendarEntry asMessage() {
    return new CalendarEntry.Unreadable(
        place(),
        "is a message about an event and not the event (METHOD:%s)"
            .formatted(method.toUpperCase(Locale.ROOT)));
  }

  boolean isCancelled() {
    return method.equalsIgnoreCase("CANCEL") || block.text("STATUS").equalsIgnoreCase("CANCELLED");
  }

  /** The date of a series that it changes; empty when it is a whole event. */
  Optional<RecurrenceId> recurrenceId() {
    return block.property("RECURRENCE-ID").map(line -> new RecurrenceId(line, zones));
  }

  boolean isOverride() {
    return recurrenceId().isPresent();
  }

  EventVersion version() {
    return EventVersion.of(block);
  }

  CalendarEntry.EventText text() {
    return new CalendarEntry.EventText(
        block.text("SUMMARY"),
        block.text("LOCATION"),
        block.text("STATUS").equalsIgnoreCase("CONFIRMED"));
  }

  /**
   * The DTSTART.
   *
   * @throws InvalidRequest when it is missing, or a day without a time
   */
  CalendarTime start() {
    CalendarTime start = anyStart();
    if (start.isDay()) {
      throw new InvalidRequest("lasts all day: a court needs a time of day");
    }
    return start;
  }

  /** Whether it is a single all-day event that is over. */
  boolean isPastDay(Instant now) {
    return block.property("RRULE").isEmpty()
        && block.property("RDATE").isEmpty()
        && anyStart().isDay()
        && anyStart().instant().isBefore(now.minus(Duration.ofDays(1)));
  }

  /** Whether it is a single event that has begun already, as far as that can be read. */
  boolean isOver(Instant now) {
    try {
      return block.property("RRULE").isEmpty()
          && block.property("RDATE").isEmpty()
          && anyStart().instant().isBefore(now);
    } catch (InvalidRequest e) {
      return false;
    }
  }

  private CalendarTime anyStart() {
    return times()
        .first("DTSTART")
        .orElseThrow(() -> new InvalidRequest("has no start: DTSTART is missing"));
  }

  /** Its properties that hold times. */
  TimeProperties times() {
    return new TimeProperties(block, zones);
  }

  /** Its length in elapsed time, by DTEND or DURATION; empty when it has neither. */
  Optional<Duration> duration() {
    Optional<ContentLine> length = block.property("DURATION");
    Optional<ContentLine> end = block.property("DTEND");
    if (length.isPresent() && end.isPresent()) {
      throw new InvalidRequest("says twice how long it lasts: with DTEND and with DURATION");
    }
    return length
        .map(DurationValue::of)
        .or(() -> end.map(line -> times().only(line)).map(this::until));
  }

  private Duration until(CalendarTime end) {
    Duration length = Duration.between(start().instant(), end.instant());
    if (length.isNegative()) {
      throw new InvalidRequest("ends before it starts");
    }
    return length;
  }

  /**
   * The RRULE; no line or one.
   *
   * @throws InvalidRequest when there are several, or an EXRULE
   */
  List<ContentLine> rules() {
    if (block.property("EXRULE").isPresent()) {
      throw new InvalidRequest("leaves dates out by a rule (EXRULE): list them as EXDATE");
    }
    List<ContentLine> rules = block.properties("RRULE");
    if (rules.size() > 1) {
      throw new InvalidRequest("has several rules: make an event of each");
    }
    return rules;
  }
}
