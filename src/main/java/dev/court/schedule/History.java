package dev.court.schedule;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.schedule.alternative.OccurrenceBookings;
import dev.court.store.Attempts;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The history of accounts: each request that was sent, and each booking that was missed. */
public final class History {
  private final Workspace workspace;
  private final AccountReader accounts;

  /**
   * Of several accounts.
   *
   * @param named their names; empty for all
   */
  public History(Workspace workspace, List<String> named) {
    this.workspace = workspace;
    this.accounts = new AccountReader(workspace, named);
  }

  /**
   * One request that was sent, or one booking that was missed, or that the person held already.
   *
   * @param at when the request was sent; of a missed booking, its start, of one that was held
   *     already, its opening, or when its schedule was added if that is later
   * @param attempt the request; empty where none was sent
   * @param shown what stands for its occurrence: another booking where another time would do
   * @param account the name of whose it is; null where one account alone was read
   */
  public record HistoryEntry(
      Instant at, ScheduledBooking what, Optional<Attempt> attempt, Booking shown, String account) {

    /** Of one booking alone. */
    public HistoryEntry(
        Instant at, ScheduledBooking what, Optional<Attempt> attempt, String account) {
      this(at, what, attempt, what.booking(), account);
    }

    private HistoryEntry of(String name) {
      return new HistoryEntry(at, what, attempt, shown, name);
    }

    private HistoryEntry beside(Function<ScheduledBooking, Booking> shownOf) {
      return what.schedule().asked().isEither()
          ? new HistoryEntry(at, what, attempt, shownOf.apply(what), account)
          : this;
    }

    /** Whether another time of its occurrence is booked, or may be. */
    public boolean isPassedOn() {
      return shown.id() != what.booking().id();
    }
  }

  /**
   * The entries from {@code since} on, oldest first.
   *
   * @param failedOnly only of bookings that failed, were missed or are unknown
   */
  public List<HistoryEntry> since(Instant since, boolean failedOnly) {
    return read(since).stream()
        .filter(entry -> !failedOnly || FailureDiagnosis.isFor(entry.shown()))
        .sorted(Comparator.comparing(HistoryEntry::at))
        .toList();
  }

  /** The entries of the last 30 days, the default of the command. */
  public List<HistoryEntry> recent(boolean failedOnly) {
    return since(workspace.now().minus(Duration.ofDays(30)), failedOnly);
  }

  private List<HistoryEntry> read(Instant since) {
    List<List<HistoryEntry>> all = accounts.each((store, own) -> entries(store, own, since));
    return all.size() == 1
        ? all.get(0).stream().map(entry -> entry.of(null)).toList()
        : all.stream().flatMap(List::stream).toList();
  }

  private static List<HistoryEntry> entries(Store store, Workspace own, Instant since) {
    long account = own.accountId(store);
    Stream<HistoryEntry> missed =
        store.bookings().startedBefore(account, own.now(), BookingStatus.MISSED).stream()
            .filter(what -> !what.booking().start().isBefore(since))
            .map(
                what ->
                    new HistoryEntry(
                        what.booking().start(), what, Optional.empty(), own.account()));
    Stream<HistoryEntry> held =
        store.bookings().between(account, since, Schedule.FOREVER).stream()
            .filter(what -> what.booking().isHeldAlready())
            .map(what -> new HistoryEntry(asked(what), what, Optional.empty(), own.account()))
            .filter(entry -> !entry.at().isBefore(since));
    Stream<HistoryEntry> sent =
        store.attempts().since(account, since).stream().map(one -> entry(one, own.account()));
    // a booking may have many requests
    Map<Long, Booking> shown = new HashMap<>();
    return Stream.of(missed, held, sent)
        .flatMap(Function.identity())
        .map(
            entry ->
                entry.beside(
                    what ->
                        shown.computeIfAbsent(
                            what.booking().id(), id -> OccurrenceBookings.of(store, what).shown())))
        .filter(entry -> entry.attempt().isPresent() || !entry.isPassedOn())
        .toList();
  }

  private static Instant asked(ScheduledBooking held) {
    Instant added = held.schedule().createdAt();
    Instant opening = held.booking().opening();
    return opening.isBefore(added) ? added : opening;
  }

  private static HistoryEntry entry(Attempts.RecordedAttempt entry, String account) {
    return new HistoryEntry(
        entry.attempt().sentAt(), entry.what(), Optional.of(entry.attempt()), account);
  }
}
