package dev.court.ics;

import dev.court.booking.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A VEVENT of a file (RFC 5545, 3.6.1).
 *
 * @param number of the event in the file, from 1
 * @param method of its calendar (RFC 5546, 3.2); empty when there is none
 */
record Vevent(int number, Component block, Zones zones, String method) {
  private static final int LONGEST_UID = 250;
  private static final int MOST_DATES = 5_000;

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
    return times("DTSTART")
        .findFirst()
        .orElseThrow(() -> new InvalidRequest("has no start: DTSTART is missing"));
  }

  private Stream<CalendarTime> times(String property) {
    return block.properties(property).stream().flatMap(this::times);
  }

  /**
   * All values of a property that lists dates.
   *
   * @throws InvalidRequest when one cannot be read, or when there are too many
   */
  List<CalendarTime> dates(String property) {
    List<CalendarTime> dates = times(property).limit(MOST_DATES + 1L).toList();
    if (dates.size() > MOST_DATES) {
      throw new InvalidRequest("lists more than %s dates (%s)".formatted(MOST_DATES, property));
    }
    return dates;
  }

  private Stream<CalendarTime> times(ContentLine line) {
    ZoneRules rules = zones.of(line);
    return values(line).map(text -> time(line, text, rules));
  }

  private static CalendarTime time(ContentLine line, String text, ZoneRules rules) {
    if (text.indexOf('/') >= 0) {
      throw new InvalidRequest(
          "its %s (line %s) lists periods: make an event of each"
              .formatted(line.name(), line.number()));
    }
    return CalendarTime.of(text.strip(), rules, line);
  }

  private static Stream<String> values(ContentLine line) {
    return Stream.of(line.value().split(",")).filter(text -> !text.isBlank());
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
        .or(() -> end.map(line -> time(line, line.value(), zones.of(line))).map(this::until));
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
