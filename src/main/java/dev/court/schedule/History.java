package dev.court.schedule;

import dev.court.booking.Attempt;
import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Attempts;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was done, and what came of it. */
public final class History {
  private final Workspace workspace;

  public History(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * One line of the history.
   *
   * @param at when it happened
   * @param attempt empty where nothing was sent: a booking that was missed
   */
  public record HistoryEntry(Instant at, ScheduledBooking what, Optional<Attempt> attempt) {}

  /**
   * From {@code since} on, oldest first.
   *
   * @param failedOnly only what was not booked in the end
   */
  public List<HistoryEntry> since(Instant since, boolean failedOnly) {
    return workspace.database().transact(store -> entries(store, since)).stream()
        .filter(entry -> !failedOnly || FailureDiagnosis.isFor(entry.what().booking()))
        .sorted(Comparator.comparing(HistoryEntry::at))
        .toList();
  }

  /** A history of this length is what people look at unless they say otherwise. */
  public List<HistoryEntry> recent(boolean failedOnly) {
    return since(workspace.now().minus(Duration.ofDays(30)), failedOnly);
  }

  private List<HistoryEntry> entries(Store store, Instant since) {
    long account = workspace.accountId(store);
    Stream<HistoryEntry> missed =
        store.bookings().startedBefore(account, workspace.now(), BookingStatus.MISSED).stream()
            .filter(what -> !what.booking().start().isBefore(since))
            .map(what -> new HistoryEntry(what.booking().start(), what, Optional.empty()));
    Stream<HistoryEntry> tried =
        store.attempts().since(account, since).stream().map(History::entry);
    return Stream.concat(missed, tried).toList();
  }

  private static HistoryEntry entry(Attempts.RecordedAttempt entry) {
    return new HistoryEntry(entry.attempt().sentAt(), entry.what(), Optional.of(entry.attempt()));
  }
}
