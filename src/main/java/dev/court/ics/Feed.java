package dev.court.ics;

import dev.court.booking.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A calendar for programs that fetch it.
 *
 * @param name the name that a calendar program shows
 * @param zone of the written times
 */
public record Feed(String name, ZoneId zone, List<FeedEvent> events) {

  public Feed {
    events = List.copyOf(events);
  }

  /** The STATUS of an event (RFC 5545, 3.8.1.11). */
  public enum EventStatus {
    TENTATIVE,
    CONFIRMED,
    CANCELLED
  }

  /**
   * The event of one booking.
   *
   * @param uid the same as long as the booking exists
   * @param revision its SEQUENCE and the time of its last change
   */
  public record FeedEvent(
      String uid, Revision revision, Instant start, Duration duration, FeedEventText text) {

    public Instant end() {
      return start.plus(duration);
    }
  }

  /** What people read of an event. */
  public record FeedEventText(
      EventStatus status, String summary, String location, String description) {}
}
