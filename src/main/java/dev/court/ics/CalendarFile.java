package dev.court.ics;

import dev.court.booking.InvalidRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads calendar files (RFC 5545). An event that cannot be followed does not affect the others. A
 * file that is cut off is refused, because the missing part may cancel an event.
 *
 * <p>The reader of ical4j is not used: it refuses a whole file for one broken line, and does not
 * name the event of that line.
 */
public final class CalendarFile {
  private static final int LONGEST_HEAD = 1_000;
  private static final Pattern BEGIN =
      Pattern.compile("\\s*BEGIN[ \\t]*:[ \\t]*VCALENDAR", Pattern.CASE_INSENSITIVE);

  private final ZoneId venue;
  private final Instant now;

  /**
   * Reads files for a venue.
   *
   * @param venue the zone of times that name none (RFC 5545, 3.3.5, form 1)
   * @param now single dates before it are not listed
   */
  public CalendarFile(ZoneId venue, Instant now) {
    this.venue = venue;
    this.now = now;
  }

  /** Whether the octets of a file begin as a calendar does. */
  public static boolean isCalendar(byte[] file) {
    byte[] head = Arrays.copyOf(file, Math.min(file.length, LONGEST_HEAD));
    return BEGIN.matcher(Unfolding.octets(head)).lookingAt();
  }

  /**
   * The results of reading its events, in the order of the events.
   *
   * @throws InvalidRequest when the file is no calendar, or not a whole one
   */
  public List<CalendarEntry> read(byte[] file) {
    Component content = Component.file(file);
    List<Vevent> events = new EventCollector(new Zones(content, venue)).in(content);
    return Stream.concat(
            events.stream().filter(Vevent::isMessage).map(Vevent::asMessage),
            groups(events).stream()
                .flatMap(group -> new EventReader(group, venue, now).entries().stream()))
        .sorted(Comparator.comparing(entry -> entry.place().number()))
        .toList();
  }

  /** An event and the changes of its single occurrences have one UID (RFC 5545, 3.8.4.4). */
  private static List<EventGroup> groups(List<Vevent> events) {
    Map<String, EventGroup> groups = new LinkedHashMap<>();
    for (Vevent event : events.stream().filter(event -> !event.isMessage()).toList()) {
      String key = event.uid().isEmpty() ? "/" + event.number() : event.uid();
      groups.computeIfAbsent(key, uid -> new EventGroup()).add(event);
    }
    return List.copyOf(groups.values());
  }
}
