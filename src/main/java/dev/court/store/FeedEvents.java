package dev.court.store;

import dev.court.booking.Booking;
import dev.court.booking.Revision;
import java.time.Instant;
import java.util.Optional;

/**
 * What the calendar feed last said of each booking. It is compared with what the feed says now, so
 * that whatever changes a booking, the number of its event grows.
 */
public final class FeedEvents {
  private final Sql sql;

  FeedEvents(Sql sql) {
    this.sql = sql;
  }

  /**
   * The revision of a booking's event, a new one when it says something else than before.
   *
   * @param material a digest of what people plan by; when it changes, the sequence number grows
   * @param content a digest of all that is said
   */
  public Revision revise(Booking booking, String material, String content, Instant now) {
    Optional<Said> before = said(booking);
    if (before.isEmpty()) {
      return keep(booking, new Said(new Revision(0, now), material, content));
    }
    Said said = before.get();
    if (said.content().equals(content)) {
      return said.revision();
    }
    int sequence = said.revision().sequence() + (said.material().equals(material) ? 0 : 1);
    return keep(booking, new Said(new Revision(sequence, now), material, content));
  }

  private record Said(Revision revision, String material, String content) {}

  private Optional<Said> said(Booking booking) {
    return sql.first(
        "SELECT * FROM feed_events WHERE booking_id = ?",
        row ->
            new Said(
                new Revision(row.getInt("sequence"), Sql.instant(row, "revised_at")),
                row.getString("material"),
                row.getString("content")),
        booking.id());
  }

  private Revision keep(Booking booking, Said said) {
    Object[] values = {
      said.revision().sequence(),
      said.material(),
      said.content(),
      said.revision().at(),
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
    return said.revision();
  }
}
