package dev.court.transfer;

import dev.court.booking.Booking;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Revision;
import dev.court.booking.ScheduledBooking;
import dev.court.ics.Feed;
import dev.court.ics.FeedWriter;
import dev.court.store.FeedEvents;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The bookings as a calendar that other programs fetch. The event of a booking keeps its UID, and
 * its SEQUENCE grows with each change that people should see.
 */
public final class CalendarFeed {
  /** Long enough to look up the last times of play, and short enough to be fetched each hour. */
  private static final int DAYS_BACK = 90;

  private static final LocalDate NO_END = LocalDate.of(9000, 1, 1);
  private static final String OWN = "@court";

  private final Workspace workspace;

  public CalendarFeed(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * The text of the calendar (RFC 5545). It is the same as long as nothing changes.
   *
   * @param from the first day at the venue; null for 90 days ago
   * @param to the last day, inclusive; null for no end
   * @throws InvalidRequest when {@code to} lies before the first day
   */
  public String text(LocalDate from, LocalDate to) {
    LocalDate first = from != null ? from : today().minusDays(DAYS_BACK);
    LocalDate last = to != null ? to : NO_END;
    if (last.isBefore(first)) {
      throw new InvalidRequest("--to %s lies before %s".formatted(last, first));
    }
    return FeedWriter.write(
        workspace.database().transact(store -> feed(store, start(first), start(last.plusDays(1)))));
  }

  /** The UID of an event, from those properties of its booking that never change. */
  static String uid(ScheduledBooking what) {
    String name = what.schedule().uid() + " " + what.booking().start().toEpochMilli();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + OWN;
  }

  /** Whether some court program made the event of that UID. */
  static boolean isOwn(String uid) {
    return uid.endsWith(OWN);
  }

  private Feed feed(Store store, Instant from, Instant to) {
    FeedEvents revisions = store.feedEvents();
    List<Feed.FeedEvent> events =
        store.bookings().between(workspace.accountId(store), from, to).stream()
            .map(what -> event(revisions, what))
            .toList();
    return new Feed(name(), workspace.venue().zone(), events);
  }

  private Feed.FeedEvent event(FeedEvents revisions, ScheduledBooking what) {
    Booking booking = what.booking();
    Feed.FeedEventText text = new FeedText(workspace.venue()).of(what);
    String material = digest(text.status(), booking.duration(), text.summary(), text.location());
    String content = digest(material, text.description());
    Revision revision = revisions.revise(booking, material, content, workspace.now());
    return new Feed.FeedEvent(uid(what), revision, booking.start(), booking.duration(), text);
  }

  /** A short text that changes when one of the values changes; it protects nothing. */
  private static String digest(Object... values) {
    String text = List.of(values).toString();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private String name() {
    String account = workspace.account();
    return account.equals(Workspace.ONLY_ACCOUNT) ? "Tennis" : "Tennis: " + account;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(workspace.now(), workspace.venue().zone());
  }

  private Instant start(LocalDate day) {
    return workspace.venue().occurrence(day.atStartOfDay()).instant();
  }
}
