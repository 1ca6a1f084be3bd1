package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.recurrence.Until;
import dev.court.text.DurationText;
import dev.court.text.Quote;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An event as it stands in a file.
 *
 * @param isCalledOff whether the whole file calls its events off (METHOD:CANCEL)
 */
record Vevent(int number, Component block, Zones zones, boolean isCalledOff) {
  private static final int LONGEST_UID = 250;

  CalendarEntry.EventLocation place() {
    return new CalendarEntry.EventLocation(number, block.line());
  }

  /** What it is called; a long name is kept by its digest, and no name is empty. */
  String uid() {
    String uid = block.text("UID");
    return uid.length() <= LONGEST_UID
        ? uid
        : UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What the occurrence at an instant is called, which is one of several. */
  String uidAt(Instant instant) {
    return uid().isEmpty()
        ? ""
        : uid() + "/" + Until.LOCAL.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
  }

  boolean isCancelled() {
    return isCalledOff || block.text("STATUS").equalsIgnoreCase("CANCELLED");
  }

  boolean isOverride() {
    return block.property("RECURRENCE-ID").isPresent();
  }

  /** Which version it is; nonsense counts as the first. */
  int sequence() {
    String text = block.text("SEQUENCE");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  CalendarEntry.EventText words() {
    return new CalendarEntry.EventText(
        block.text("SUMMARY"),
        block.text("LOCATION"),
        block.text("STATUS").equalsIgnoreCase("CONFIRMED"));
  }

  /**
   * When it starts.
   *
   * @throws InvalidRequest also when it lasts all day
   */
  CalendarTime start() {
    CalendarTime start = anyStart();
    if (start.isDay()) {
      throw new InvalidRequest("lasts all day: a court needs a time of day");
    }
    return start;
  }

  /** Whether it is a single day that is over. */
  boolean isPastDay(Instant now) {
    return block.property("RRULE").isEmpty()
        && block.property("RDATE").isEmpty()
        && anyStart().isDay()
        && anyStart().instant().isBefore(now.minus(Duration.ofDays(1)));
  }

  private CalendarTime anyStart() {
    return moments("DTSTART")
        .findFirst()
        .orElseThrow(() -> new InvalidRequest("has no start: DTSTART is missing"));
  }

  /** All values of a property that lists times. */
  Stream<CalendarTime> moments(String property) {
    return block.properties(property).stream()
        .flatMap(line -> values(line).map(text -> moment(line, text)));
  }

  private CalendarTime moment(ContentLine line, String text) {
    if (text.indexOf('/') >= 0) {
      throw new InvalidRequest(
          "its %s (line %s) lists periods: make an event of each"
              .formatted(line.name(), line.number()));
    }
    return CalendarTime.of(text.strip(), zones.of(line), line);
  }

  private static Stream<String> values(ContentLine line) {
    return Stream.of(line.value().split(",")).filter(text -> !text.isBlank());
  }

  /** How long it lasts in elapsed time; empty when it does not say. */
  Optional<Duration> duration() {
    Optional<ContentLine> length = block.property("DURATION");
    Optional<ContentLine> end = block.property("DTEND");
    if (length.isPresent() && end.isPresent()) {
      throw new InvalidRequest("says twice how long it lasts: with DTEND and with DURATION");
    }
    return length
        .map(line -> duration(line.value(), line))
        .or(() -> end.map(line -> moment(line, line.value())).map(this::until));
  }

  private Duration until(CalendarTime end) {
    Duration length = Duration.between(start().instant(), end.instant());
    if (length.isNegative()) {
      throw new InvalidRequest("ends before it starts");
    }
    return length;
  }

  /**
   * RFC 5545, 3.3.6; a week is seven days, and a day 24 hours, since a court is held in minutes.
   */
  private static Duration duration(String text, ContentLine line) {
    if (text.matches("\\+?P\\d{1,3}W")) {
      return Duration.ofDays(7 * Long.parseLong(text.replaceAll("\\D", "")));
    }
    return DurationText.iso(text)
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "its DURATION (line %s) is none: %s".formatted(line.number(), Quote.of(text))));
  }

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
