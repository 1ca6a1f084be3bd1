package dev.court.ics;

import dev.court.booking.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A calendar to be handed out.
 *
 * @param name what a calendar program shows
 * @param zone in which the times are written
 */
public record Feed(String name, ZoneId zone, List<FeedEvent> events) {

  public Feed {
    events = List.copyOf(events);
  }

  /** Whether it is going to happen (RFC 5545, 3.8.1.11). */
  public enum EventStatus {
    TENTATIVE,
    CONFIRMED,
    CANCELLED
  }

  /** One time to play. */
  public record FeedEvent(
      String uid, Revision revision, Instant start, Duration duration, FeedEventText said) {

    public Instant end() {
      return start.plus(duration);
    }
  }

  /** What people read of it. */
  public record FeedEventText(
      EventStatus standing, String summary, String location, String description) {}
}
