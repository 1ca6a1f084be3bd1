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

/** The history of an account: each request that was sent, and each booking that was missed. */
public final class History {
  private final Workspace workspace;

  public History(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * One request that was sent, or one booking that was missed.
   *
   * @param at when the request was sent; of a missed booking, its start
   * @param attempt the request; empty for a missed booking
   */
  public record HistoryEntry(Instant at, ScheduledBooking what, Optional<Attempt> attempt) {}

  /**
   * The entries from {@code since} on, oldest first.
   *
   * @param failedOnly only of bookings that failed, were missed or are unknown
   */
  public List<HistoryEntry> since(Instant since, boolean failedOnly) {
    return workspace.database().read(store -> entries(store, since)).stream()
        .filter(entry -> !failedOnly || FailureDiagnosis.isFor(entry.what().booking()))
        .sorted(Comparator.comparing(HistoryEntry::at))
        .toList();
  }

  /** The entries of the last 30 days, the default of the command. */
  public List<HistoryEntry> recent(boolean failedOnly) {
    return since(workspace.now().minus(Duration.ofDays(30)), failedOnly);
  }

  private List<HistoryEntry> entries(Store store, Instant since) {
    long account = workspace.accountId(store);
    Stream<HistoryEntry> missed =
        store.bookings().startedBefore(account, workspace.now(), BookingStatus.MISSED).stream()
            .filter(what -> !what.booking().start().isBefore(since))
            .map(what -> new HistoryEntry(what.booking().start(), what, Optional.empty()));
    Stream<HistoryEntry> sent = store.attempts().since(account, since).stream().map(History::entry);
    return Stream.concat(missed, sent).toList();
  }

  private static HistoryEntry entry(Attempts.RecordedAttempt entry) {
    return new HistoryEntry(entry.attempt().sentAt(), entry.what(), Optional.of(entry.attempt()));
  }
}
