package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.recurrence.Until;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Makes entries of one event. What they share is read once: an event may have thousands. */
final class EntryMaker {
  private final CalendarEntry.EventLocation place;
  private final String uid;
  private final Duration duration;
  private final CalendarEntry.EventText text;
  private final ReadingContext context;

  /**
   * Reads what the entries share.
   *
   * @param uid of the event; empty when it has none
   * @throws InvalidRequest when its length cannot be read
   */
  EntryMaker(Vevent event, String uid, ReadingContext context) {
    this.place = event.place();
    this.uid = uid;
    this.duration = event.duration().orElse(null);
    this.text = event.text();
    this.context = context;
  }

  /** The event as a series. */
  CalendarEntry series(Plan.Recurring plan) {
    return play(uid, plan);
  }

  /** The event at its only time, or at its first. */
  CalendarEntry single(Instant instant) {
    return at(instant, uid);
  }

  /** One date of several, with a name of its own. */
  CalendarEntry date(Instant instant) {
    return at(instant, nameOf(uid, instant));
  }

  /** A date of a series that is played at another time; its name stays that of its date. */
  CalendarEntry moved(Instant original, Instant instant) {
    return at(instant, nameOf(uid, original));
  }

  /** A name for the occurrence at an instant; empty when the event has no UID. */
  static String nameOf(String uid, Instant instant) {
    return uid.isEmpty()
        ? ""
        : uid + "/" + Until.LOCAL.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
  }

  private CalendarEntry at(Instant instant, String name) {
    LocalDateTime wallClock = LocalDateTime.ofInstant(instant, context.venue());
    if (Occurrence.of(wallClock, context.venue()).instant().equals(instant)) {
      return play(name, new Plan.OneOff(wallClock));
    }
    return instant.isAfter(context.now())
        ? new CalendarEntry.SecondOfTwo(place, name, wallClock, text)
        : new CalendarEntry.Over(place);
  }

  private CalendarEntry play(String name, Plan plan) {
    return new CalendarEntry.Play(place, name, uid, plan, duration, text);
  }
}
