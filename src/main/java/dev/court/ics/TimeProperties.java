package dev.court.ics;

import dev.court.booking.InvalidRequest;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the properties of an event that hold times, or lists of them. */
record TimeProperties(Component block, Zones zones) {
  private static final int MOST_DATES = 5_000;

  /**
   * The first value of a property; empty when there is none.
   *
   * @throws InvalidRequest when it cannot be read
   */
  Optional<CalendarTime> first(String property) {
    return times(property).findFirst();
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

  /**
   * The value of a line that holds one time.
   *
   * @throws InvalidRequest when it cannot be read
   */
  CalendarTime only(ContentLine line) {
    return time(line, line.value(), zones.of(line));
  }

  private Stream<CalendarTime> times(String property) {
    return block.properties(property).stream().flatMap(this::times);
  }

  private Stream<CalendarTime> times(ContentLine line) {
    ZoneRules rules = zones.of(line);
    return Stream.of(line.value().split(","))
        .filter(text -> !text.isBlank())
        .map(text -> time(line, text.strip(), rules));
  }

  private static CalendarTime time(ContentLine line, String text, ZoneRules rules) {
    if (text.indexOf('/') >= 0) {
      throw new InvalidRequest(
          "its %s (line %s) lists periods: make an event of each"
              .formatted(line.name(), line.number()));
    }
    return CalendarTime.of(text, rules, line);
  }
}
