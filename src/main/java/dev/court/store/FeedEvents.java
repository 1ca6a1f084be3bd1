package dev.court.store;

import dev.court.booking.Booking;
import dev.court.booking.Revision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the calendar feed last said of each booking of an account. It is compared with what the feed
 * says now, so that the sequence number of an event grows whatever changed the booking (RFC 5545,
 * 3.8.7.4).
 */
public final class FeedEvents {
  private final Sql sql;
  private final Map<Long, PublishedEvent> published;

  /** Of one account: one query reads them, and leaves alone those of others, which may be many. */
  FeedEvents(Sql sql, long accountId) {
    this.sql = sql;
    this.published =
        sql
            .query(
                """
                SELECT e.* FROM feed_events e
                JOIN bookings b ON b.id = e.booking_id JOIN schedules s ON s.id = b.schedule_id
                WHERE s.account_id = ?
                """,
                FeedEvents::row,
                accountId)
            .stream()
            .collect(Collectors.toMap(Row::booking, Row::event));
  }

  /**
   * Returns the revision of a booking's event, and stores a new one when the event has changed.
   *
   * @param material a digest of what people plan by; when it changes, the sequence number grows
   * @param content a digest of the whole event
   */
  public Revision revise(Booking booking, String material, String content, Instant now) {
    PublishedEvent before = published.get(booking.id());
    if (before == null) {
      return keep(booking, new PublishedEvent(new Revision(0, now), material, content));
    }
    if (before.content().equals(content)) {
      return before.revision();
    }
    int sequence = before.revision().sequence() + (before.material().equals(material) ? 0 : 1);
    return keep(booking, new PublishedEvent(new Revision(sequence, now), material, content));
  }

  /** The revision of a booking's event; empty when the event has changed. Writes nothing. */
  public Optional<Revision> unchanged(Booking booking, String material, String content) {
    return Optional.ofNullable(published.get(booking.id()))
        .filter(before -> before.content().equals(content))
        .map(PublishedEvent::revision);
  }

  private record PublishedEvent(Revision revision, String material, String content) {}

  private record Row(long booking, PublishedEvent event) {}

  private static Row row(ResultSet row) throws SQLException {
    Revision revision = new Revision(row.getInt("sequence"), Sql.instant(row, "revised_at"));
    return new Row(
        row.getLong("booking_id"),
        new PublishedEvent(revision, row.getString("material"), row.getString("content")));
  }

  private Revision keep(Booking booking, PublishedEvent event) {
    Object[] values = {
      event.revision().sequence(),
      event.material(),
      event.content(),
      event.revision().at(),
      booking.id()
    };
    int changed =
        sql.update(
            """
            UPDATE feed_events SET sequence = ?, material = ?, content = ?, revised_at = ?
            WHERE booking_id = ?
            """,
            values);
    if (changed == 0) {
      sql.update(
          """
          INSERT INTO feed_events (sequence, material, content, revised_at, booking_id)
          VALUES (?, ?, ?, ?, ?)
          """,
          values);
    }
    return event.revision();
  }
}
