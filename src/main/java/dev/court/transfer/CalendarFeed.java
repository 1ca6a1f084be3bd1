package dev.court.transfer;

import dev.court.booking.Booking;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Revision;
import dev.court.booking.ScheduledBooking;
import dev.court.ics.Feed;
import dev.court.ics.FeedWriter;
import dev.court.schedule.AccountReader;
import dev.court.schedule.alternative.OneOfEach;
import dev.court.store.FeedEvents;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
  private final List<String> named;

  /**
   * A feed of several accounts.
   *
   * @param named their names; empty for all
   */
  public CalendarFeed(Workspace workspace, List<String> named) {
    this.workspace = workspace;
    this.named = List.copyOf(named);
  }

  /**
   * The text of the calendar (RFC 5545). It is the same as long as nothing changes.
   *
   * @param from the first day at the venue; null for 90 days ago
   * @param to the last day, inclusive; null for no end
   * @throws InvalidRequest when {@code to} lies before the first day, or for all of many accounts
   */
  public String text(LocalDate from, LocalDate to) {
    LocalDate first = from != null ? from : today().minusDays(DAYS_BACK);
    LocalDate last = to != null ? to : NO_END;
    if (last.isBefore(first)) {
      throw new InvalidRequest("--to %s lies before %s".formatted(last, first));
    }
    return FeedWriter.write(feed(start(first), start(last.plusDays(1))));
  }

  /** The database is changed only when an event has changed since the latest fetch. */
  private Feed feed(Instant from, Instant to) {
    return workspace
        .database()
        .read(store -> feed(store, from, to, FeedEvents::unchanged))
        .orElseGet(
            () ->
                workspace
                    .database()
                    .transact(store -> feed(store, from, to, this::revised))
                    .orElseThrow());
  }

  /** Finds the revision of an event; empty when it has changed and may not be written. */
  private interface Revisions {
    Optional<Revision> of(FeedEvents events, Booking booking, String material, String content);
  }

  private Optional<Revision> revised(
      FeedEvents events, Booking booking, String material, String content) {
    return Optional.of(events.revise(booking, material, content, workspace.now()));
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

  /** All of a feed is read in one transaction, and nobody looks at the calendar of a whole club. */
  private void refuseMany(Store store) {
    if (named.isEmpty() && store.busyAccounts().few().isEmpty()) {
      throw new InvalidRequest(
          "a calendar of all %s accounts is too much for one file: name those that it is for with --account NAME"
              .formatted(store.accounts().names().size()));
    }
  }

  private Optional<Feed> feed(Store store, Instant from, Instant to, Revisions revisions) {
    refuseMany(store);
    List<String> names = new AccountReader(workspace, named).names(store);
    List<Feed.FeedEvent> events = new ArrayList<>();
    for (String name : names) {
      String person = names.size() == 1 ? "" : name + ": ";
      long account = workspace.as(name).accountId(store);
      FeedEvents published = store.feedEvents(account);
      for (OneOfEach.ShownOccurrence one : occurrences(store, account, from, to)) {
        Optional<Feed.FeedEvent> event = event(published, revisions, one, person);
        if (event.isEmpty()) {
          return Optional.empty();
        }
        events.add(event.get());
      }
    }
    events.sort(Comparator.comparing(Feed.FeedEvent::start));
    return Optional.of(new Feed(title(names), workspace.venue().zone(), events));
  }

  private static List<OneOfEach.ShownOccurrence> occurrences(
      Store store, long account, Instant from, Instant to) {
    return OneOfEach.occurrences(store.bookings().between(account, from, to)).toList();
  }

  /**
   * The event of an occurrence. It is the same one when another time of it is booked.
   *
   * @param person stands before the title, in a feed of several people
   */
  private Optional<Feed.FeedEvent> event(
      FeedEvents published, Revisions revisions, OneOfEach.ShownOccurrence one, String person) {
    ScheduledBooking what = one.shown();
    Booking booking = what.booking();
    Feed.FeedEventText own = new FeedText(workspace.venue()).of(what);
    Feed.FeedEventText text =
        new Feed.FeedEventText(
            own.status(), person + own.summary(), own.location(), own.description());
    String material = material(one, text);
    String content = digest(material, text.description());
    return revisions
        .of(published, one.first(), material, content)
        .map(
            revision ->
                new Feed.FeedEvent(
                    uid(new ScheduledBooking(what.schedule(), one.first())),
                    revision,
                    booking.start(),
                    booking.duration(),
                    text));
  }

  /** The digest of an event that stays at its time is what it was before others were possible. */
  private static String material(OneOfEach.ShownOccurrence one, Feed.FeedEventText text) {
    Booking booking = one.shown().booking();
    return booking.equals(one.first())
        ? digest(text.status(), booking.duration(), text.summary(), text.location())
        : digest(
            text.status(), booking.duration(), text.summary(), text.location(), booking.start());
  }

  /** A short text that changes when one of the values changes; it protects nothing. */
  private static String digest(Object... values) {
    String text = List.of(values).toString();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String title(List<String> names) {
    return names.size() > 1 || names.contains(Workspace.ONLY_ACCOUNT)
        ? "Tennis"
        : "Tennis: " + names.get(0);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(workspace.now(), workspace.venue().zone());
  }

  private Instant start(LocalDate day) {
    return workspace.venue().occurrence(day.atStartOfDay()).instant();
  }
}
