package dev.court.ics;

import dev.court.booking.Occurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/**
 * Writes a calendar (RFC 5545) for programs that fetch it again and again (RFC 7986). The text of
 * the same feed is the same to the byte: it does not contain the time of writing.
 *
 * <p>The writer of ical4j is not used: it folds lines by characters instead of octets, and it takes
 * time zones from its own files, but the occurrences were computed with those of Java.
 */
public final class FeedWriter {
  private static final String REFRESH = "PT15M";
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private final Feed feed;
  private final ContentWriter out = new ContentWriter();

  private FeedWriter(Feed feed) {
    this.feed = feed;
  }

  /** The text of the calendar; lines end with CRLF. */
  public static String write(Feed feed) {
    return new FeedWriter(feed).text();
  }

  private String text() {
    out.line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//court//court//EN");
    out.line("CALSCALE:GREGORIAN").text("NAME", feed.name()).text("X-WR-CALNAME", feed.name());
    out.text("X-WR-TIMEZONE", feed.zone().getId());
    out.line("REFRESH-INTERVAL;VALUE=DURATION:" + REFRESH).line("X-PUBLISHED-TTL:" + REFRESH);
    new ZoneWriter(feed.zone(), out).write(first(), last());
    feed.events().forEach(this::event);
    return out.line("END:VCALENDAR").toString();
  }

  private void event(Feed.FeedEvent event) {
    Feed.FeedEventText text = event.text();
    String revised = utc(event.revision().at());
    out.line("BEGIN:VEVENT").text("UID", event.uid());
    // Without a METHOD, DTSTAMP is the time of the last change (RFC 5545, 3.8.7.2).
    out.line("DTSTAMP:" + revised).line("LAST-MODIFIED:" + revised);
    out.line("SEQUENCE:" + event.revision().sequence());
    boolean local = hasWallClock(event.start()) && hasWallClock(event.end());
    out.line(time("DTSTART", event.start(), local)).line(time("DTEND", event.end(), local));
    out.text("SUMMARY", text.summary()).text("LOCATION", text.location());
    out.text("DESCRIPTION", text.description()).line("STATUS:" + text.status());
    boolean isFree = text.status() == Feed.EventStatus.CANCELLED;
    out.line("TRANSP:" + (isFree ? "TRANSPARENT" : "OPAQUE")).line("END:VEVENT");
  }

  private String time(String property, Instant instant, boolean local) {
    return local
        ? "%s;TZID=%s:%s"
            .formatted(property, feed.zone(), LOCAL.format(instant.atZone(feed.zone())))
        : property + ":" + utc(instant);
  }

  /** A time in the second of two equal hours has no wall-clock time; an offset is no TZID. */
  private boolean hasWallClock(Instant instant) {
    ZoneId zone = feed.zone();
    LocalDateTime wallClock = LocalDateTime.ofInstant(instant, zone);
    return !zone.getRules().isFixedOffset()
        && Occurrence.of(wallClock, zone).instant().equals(instant);
  }

  private static String utc(Instant instant) {
    return LOCAL.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
  }

  private Instant first() {
    return feed.events().stream()
        .map(Feed.FeedEvent::start)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Instant last() {
    return feed.events().stream()
        .map(Feed.FeedEvent::end)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
