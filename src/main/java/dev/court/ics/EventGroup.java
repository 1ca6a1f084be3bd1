package dev.court.ics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The VEVENTs of one UID: the whole event, and changes of single occurrences of it. */
final class EventGroup {
  private static final String WHOLE = "";

  private final String uid;

  /** By the date that an event changes. */
  private final Map<String, Vevent> newest = new LinkedHashMap<>();

  private final List<Superseded> superseded = new ArrayList<>();

  /**
   * An event that is not read because of another one, although nothing says which is newer.
   *
   * @param by the one that is read instead, which comes later in the file
   */
  record Superseded(Vevent event, Vevent by) {}

  EventGroup(String uid) {
    this.uid = uid;
  }

  /** The UID of all its events; empty when they have none. */
  String uid() {
    return uid;
  }

  /** Takes an event in; of several versions the newest counts. */
  void add(Vevent event) {
    newest.merge(event.recurrenceId().map(RecurrenceId::key).orElse(WHOLE), event, this::newer);
  }

  private Vevent newer(Vevent one, Vevent later) {
    if (one.version().isNewerThan(later.version())) {
      return one;
    }
    if (!later.version().isNewerThan(one.version()) && !later.block().saysTheSameAs(one.block())) {
      superseded.add(new Superseded(one, later));
    }
    return later;
  }

  Optional<Vevent> whole() {
    return Optional.ofNullable(newest.get(WHOLE));
  }

  List<Vevent> changes() {
    return newest.values().stream().filter(Vevent::isOverride).toList();
  }

  List<Superseded> superseded() {
    return List.copyOf(superseded);
  }
}
