package dev.court.ics;

import dev.court.booking.InvalidRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads calendar files (RFC 5545). An event that cannot be followed does not affect the others. A
 * file that is cut off is refused, because the missing part may cancel an event.
 *
 * <p>The reader of ical4j is not used: it refuses a whole file for one broken line, and does not
 * name the event of that line.
 */
public final class CalendarFile {
  private static final int LONGEST_HEAD = 1_000;
  private static final int MOST_ENTRIES = 20_000;
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
    // The first line may be folded too.
    String begin = Unfolding.octets(head).replaceAll("(?:\r\n|\n|\r)[ \t]", "");
    return BEGIN.matcher(begin).lookingAt();
  }

  /**
   * The results of reading its events, in the order of the events.
   *
   * @throws InvalidRequest when the file is not a whole calendar, or takes too much to read
   */
  public List<CalendarEntry> read(byte[] file) {
    Component content = Component.file(file);
    ReadingContext context = new ReadingContext(venue, now, new ReadingBudget());
    Zones zones = new Zones(content, venue, context.budget());
    List<Vevent> events = new EventCollector(zones).in(content);
    List<CalendarEntry> entries =
        new ArrayList<>(events.stream().filter(Vevent::isMessage).map(Vevent::asMessage).toList());
    for (EventGroup group : groups(events)) {
      entries.addAll(new EventReader(group, context).entries());
      checkSize(entries);
      context.budget().check();
    }
    entries.sort(Comparator.comparing(entry -> entry.place().number()));
    return List.copyOf(entries);
  }

  private static void checkSize(List<CalendarEntry> entries) {
    if (entries.size() > MOST_ENTRIES) {
      throw new InvalidRequest(
          "has more than %s dates: export fewer days of it".formatted(MOST_ENTRIES));
    }
  }

  /** An event and the changes of its single occurrences have one UID (RFC 5545, 3.8.4.4). */
  private static List<EventGroup> groups(List<Vevent> events) {
    Map<String, EventGroup> groups = new LinkedHashMap<>();
    for (Vevent event : events.stream().filter(event -> !event.isMessage()).toList()) {
      String uid = event.uid();
      String key = uid.isEmpty() ? "/" + event.number() : uid;
      groups.computeIfAbsent(key, any -> new EventGroup(uid)).add(event);
    }
    return List.copyOf(groups.values());
  }
}
