package dev.court.ics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The VEVENTs of one UID: the whole event, and changes of single occurrences of it. */
final class EventGroup {
  private Vevent whole;
  private final Map<String, Vevent> changes = new LinkedHashMap<>();

  /**
   * Of several versions of an event, the one with the greatest SEQUENCE counts (RFC 5546, 2.1.5).
   */
  void add(Vevent event) {
    if (event.isOverride()) {
      changes.merge(event.block().property("RECURRENCE-ID").get().rest(), event, EventGroup::newer);
    } else {
      whole = whole == null ? event : newer(whole, event);
    }
  }

  private static Vevent newer(Vevent one, Vevent other) {
    return other.sequence() >= one.sequence() ? other : one;
  }

  Optional<Vevent> whole() {
    return Optional.ofNullable(whole);
  }

  List<Vevent> changes() {
    return new ArrayList<>(changes.values());
  }
}
