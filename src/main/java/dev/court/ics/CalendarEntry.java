package dev.court.ics;

import dev.court.booking.Plan;
import java.time.Duration;

/**
 * What one event of a calendar file comes to. An event may come to several: the dates that were
 * moved, or that stand beside its rule, are played on their own.
 */
public sealed interface CalendarEntry {

  /** Where it stands. */
  EventLocation place();

  /**
   * An event in a file.
   *
   * @param number of the event, from 1
   * @param line where it begins, from 1
   */
  record EventLocation(int number, int line) {}

  /**
   * Something to play.
   *
   * @param uid what the file calls it, one for each play; empty when the file has no name for it
   * @param series what the file calls the event that it is a part of
   * @param plan on the venue's clock, not yet checked against its grid
   * @param duration null when the event has none
   * @param said what people read of it
   */
  record Play(
      EventLocation place, String uid, String series, Plan plan, Duration duration, EventText said)
      implements CalendarEntry {}

  /**
   * What people read of an event; empty where it says nothing.
   *
   * @param isConfirmed whether its status says that it is sure
   */
  record EventText(String summary, String location, boolean isConfirmed) {}

  /**
   * Something that was called off.
   *
   * @param series what the file calls the event that it is an occurrence of; {@code uid} for a
   *     whole event
   */
  record Cancelled(EventLocation place, String uid, String series) implements CalendarEntry {}

  /** Something of which nothing is ahead, whatever it was. */
  record Over(EventLocation place) implements CalendarEntry {}

  /** Something that cannot be followed; in one line, why. */
  record Unreadable(EventLocation place, String reason) implements CalendarEntry {}
}
