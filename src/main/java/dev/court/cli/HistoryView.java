package dev.court.cli;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.Venue;
import dev.court.schedule.History;
import dev.court.terminal.Column;
import dev.court.terminal.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The columns and the JSON of the history. */
final class HistoryView {
  private final Phrases phrases;

  HistoryView(Venue venue) {
    this.phrases = new Phrases(venue);
  }

  /**
   * An entry of the history for programs; the fields of an attempt are null where none was made.
   */
  record EntryJson(
      String at,
      long bookingId,
      long scheduleId,
      String desiredTime,
      String status,
      Integer attempt,
      String courtId,
      Long lateMs,
      Long clockLeadMs,
      Long roundTripMs,
      String answer,
      Integer httpStatus,
      String raw,
      String account) {}

  /**
   * @param raw whether the answers are shown word for word
   * @param named whether the entries are of several accounts
   */
  View<History.HistoryEntry, EntryJson> view(boolean raw, boolean named) {
    List<Column<History.HistoryEntry>> columns = new ArrayList<>();
    columns.add(
        Column.<History.HistoryEntry>column("AT", entry -> phrases.moment(entry.at()))
            .briefly(entry -> phrases.briefMoment(entry.at())));
    columns.add(
        Column.<History.HistoryEntry>column("START", entry -> phrases.time(start(entry)))
            .briefly(entry -> phrases.brief(start(entry))));
    columns.add(ofAttempt("COURT", one -> phrases.court(one.courtId())).wrapped(5).spared(4));
    columns.add(
        Column.<History.HistoryEntry>column(
                "LATE", entry -> of(entry, one -> phrases.late(entry.what(), one.lateMs())))
            .wrapped(10)
            .spared(1));
    columns.add(ofAttempt("CLOCK", HistoryView::clock).spared(5));
    columns.add(Column.<History.HistoryEntry>column("ANSWER", HistoryView::answer).wrapped(8));
    columns.add(
        Column.<History.HistoryEntry>column("BOOKING", HistoryView::status)
            .styled()
            .wrapped(7)
            .spared(3));
    if (named) {
      columns.add(Column.column("ACCOUNT", History.HistoryEntry::account));
    }
    if (raw) {
      columns.add(ofAttempt("RAW", one -> one.raw().replaceAll("\\s+", " ")).wrapped(30));
    }
    return new View<>(columns, EntryJson.class, this::json);
  }

  private static Column<History.HistoryEntry> ofAttempt(
      String heading, Function<Attempt, String> cell) {
    return Column.column(heading, entry -> of(entry, cell));
  }

  private static Instant start(History.HistoryEntry entry) {
    return entry.what().booking().start();
  }

  /** What came of it; where another time of its occurrence was tried, that time too. */
  private static String status(History.HistoryEntry entry) {
    String word = entry.what().booking().status().word();
    return entry.isPassedOn()
        ? word + ", then " + entry.shown().occurrence().start().toLocalTime()
        : word;
  }

  /** How far the server's clock is ahead of ours; empty when both may agree. */
  private static String clock(Attempt attempt) {
    Long lead = attempt.clockLeadMs();
    return lead == null || lead == 0 ? "" : (lead < 0 ? "" : "+") + lead + " ms";
  }

  private static String answer(History.HistoryEntry entry) {
    return entry.attempt().map(HistoryView::answer).orElseGet(() -> unsent(entry));
  }

  private static String unsent(History.HistoryEntry entry) {
    Booking booking = entry.what().booking();
    return booking.isHeldAlready() ? booking.result().lastError() : "nothing was sent";
  }

  /** Such as "taken (400)". */
  static String answer(Attempt attempt) {
    return attempt.httpStatus() == null
        ? attempt.answer()
        : "%s (%s)".formatted(attempt.answer(), attempt.httpStatus());
  }

  private static String of(History.HistoryEntry entry, Function<Attempt, String> cell) {
    return entry.attempt().map(cell).orElse("");
  }

  EntryJson json(History.HistoryEntry entry) {
    Attempt attempt = entry.attempt().orElse(null);
    return new EntryJson(
        phrases.isoMillis(entry.at()),
        entry.what().booking().id(),
        entry.what().schedule().id(),
        phrases.iso(entry.what().booking().start()),
        entry.what().booking().status().word(),
        attempt == null ? null : (Integer) attempt.number(),
        attempt == null ? null : attempt.courtId(),
        attempt == null || entry.what().wasOpenBefore() ? null : (Long) attempt.lateMs(),
        attempt == null ? null : attempt.clockLeadMs(),
        attempt == null ? null : attempt.roundTripMs(),
        attempt == null ? null : attempt.answer(),
        attempt == null ? null : attempt.httpStatus(),
        attempt == null ? null : attempt.raw(),
        entry.account());
  }
}
