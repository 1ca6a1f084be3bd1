package dev.court.ics;

import dev.court.booking.Plan;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * One result of reading an event of a calendar file. An event may have several: a date that was
 * moved, or that is listed beside the rule, is a result of its own.
 */
public sealed interface CalendarEntry {

  /** Where the event is in the file. */
  EventLocation place();

  /**
   * The place of an event in a file.
   *
   * @param number of the event, from 1
   * @param line of its BEGIN, from 1
   */
  record EventLocation(int number, int line) {}

  /**
   * A plan to play.
   *
   * @param uid a name for this plan that stays the same in later files; empty when the event has no
   *     UID
   * @param series the UID of the event that it is a part of
   * @param plan on the venue's clock, not yet checked against the venue's slots
   * @param duration null when the event has none
   * @param text what people read of it
   */
  record Play(
      EventLocation place, String uid, String series, Plan plan, Duration duration, EventText text)
      implements CalendarEntry {}

  /**
   * What people read of an event; empty where a property is missing.
   *
   * @param isConfirmed whether its STATUS is CONFIRMED
   */
  record EventText(String summary, String location, boolean isConfirmed) {}

  /**
   * An event or an occurrence that was cancelled.
   *
   * @param series the UID of the event that it is an occurrence of; {@code uid} for a whole event
   */
  record Cancelled(EventLocation place, String uid, String series) implements CalendarEntry {}

  /**
   * A time that the venue's clocks show for the second time that day. No plan describes it, because
   * a plan means the first.
   */
  record SecondOfTwo(EventLocation place, String uid, LocalDateTime wallClock, EventText text)
      implements CalendarEntry {}

  /** An event without times ahead. */
  record Over(EventLocation place) implements CalendarEntry {}

  /** An event that cannot be followed; the reason is one line. */
  record Unreadable(EventLocation place, String reason) implements CalendarEntry {}
}
