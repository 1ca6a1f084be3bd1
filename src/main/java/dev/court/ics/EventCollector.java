package dev.court.ics;

import dev.court.booking.InvalidRequest;
import java.util.ArrayList;
import java.util.List;

/** Collects the events of a file, in order, also those that stand outside of a VCALENDAR. */
final class EventCollector {
  private static final int MOST_EVENTS = 10_000;

  private final Zones zones;
  private final List<Vevent> events = new ArrayList<>();

  EventCollector(Zones zones) {
    this.zones = zones;
  }

  /**
   * The events of a file.
   *
   * @throws InvalidRequest when there are too many
   */
  List<Vevent> in(Component file) {
    collect(file, "");
    if (events.size() > MOST_EVENTS) {
      throw new InvalidRequest(
          "has %s events, and at most %s are read: export fewer days of it"
              .formatted(events.size(), MOST_EVENTS));
    }
    return List.copyOf(events);
  }

  /** The METHOD of a calendar is that of all its events (RFC 5546, 1.4). */
  private void collect(Component component, String method) {
    for (Component block : component.blocks()) {
      switch (block.name()) {
        case "VEVENT" -> events.add(new Vevent(events.size() + 1, block, zones, method));
        case "VCALENDAR" -> collect(block, block.text("METHOD"));
        default -> collect(block, method);
      }
    }
  }
}
