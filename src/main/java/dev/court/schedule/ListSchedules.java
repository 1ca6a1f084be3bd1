package dev.court.schedule;

import dev.court.booking.ScheduledBooking;
import dev.court.schedule.alternative.OneOfEach;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Lists schedules, bookings and openings, of one account or of several. It only reads. */
public final class ListSchedules {
  private static final Comparator<ScheduledBooking> BY_START =
      Comparator.comparing(one -> one.booking().start());
  private static final Comparator<ScheduledBooking> BY_OPENING =
      Comparator.comparing(one -> one.booking().opening());

  private final AccountReader accounts;

  /** Of the account of the workspace. */
  public ListSchedules(Workspace workspace) {
    this(workspace, List.of(workspace.account()));
  }

  /**
   * Of several accounts.
   *
   * @param named their names; empty for all
   */
  public ListSchedules(Workspace workspace, List<String> named) {
    this.accounts = new AccountReader(workspace, named);
  }

  /**
   * Schedules, oldest first.
   *
   * @param wanted by the word of their status
   * @param overToo also those with nothing ahead, and removed ones
   */
  public ListResult<ScheduleView> schedules(Predicate<String> wanted, boolean overToo) {
    return list(
        Comparator.comparing(view -> view.schedule().id()),
        schedules ->
            schedules.views().stream()
                .filter(view -> overToo || view.isAhead(schedules.now()))
                .filter(view -> wanted.test(view.status()))
                .toList());
  }

  /**
   * Bookings that start in {@code [from, to)}, by time.
   *
   * @param wanted by the word of their status
   */
  public ListResult<ScheduledBooking> bookings(Predicate<String> wanted, Instant from, Instant to) {
    return bookings(all -> all, wanted, from, to);
  }

  /** Like {@link #bookings}; an occurrence that could be played at several times is there once. */
  public ListResult<ScheduledBooking> occurrences(
      Predicate<String> wanted, Instant from, Instant to) {
    return bookings(OneOfEach::of, wanted, from, to);
  }

  private ListResult<ScheduledBooking> bookings(
      UnaryOperator<List<ScheduledBooking>> shown,
      Predicate<String> wanted,
      Instant from,
      Instant to) {
    return list(
        BY_START,
        schedules ->
            shown
                .apply(schedules.store().bookings().between(schedules.account(), from, to))
                .stream()
                .filter(one -> wanted.test(one.booking().status().word()))
                .toList());
  }

  /** The bookings to be made, by opening, at most {@code limit}; those that are open come first. */
  public ListResult<ScheduledBooking> openings(int limit) {
    return first(limit, list(BY_OPENING, AccountSchedules::awaited));
  }

  /** Like {@link #openings}, with what a run is booking at the moment. */
  public ListResult<ScheduledBooking> next(int limit) {
    return first(limit, list(BY_OPENING, AccountSchedules::awaitedOrUnderWay));
  }

  /** The first opening before which the session ends or likely ends; empty when there is none. */
  public Optional<ExpiryWarning> expiryWarning() {
    ListResult<ScheduledBooking> all = openings(Integer.MAX_VALUE);
    return all.found().stream()
        .filter(all.forecasts()::isOverBy)
        .findFirst()
        .map(one -> ExpiryWarning.of(one, all.forecasts().session()));
  }

  private static <T> ListResult<T> first(int limit, ListResult<T> all) {
    return new ListResult<>(all.found().stream().limit(limit).toList(), all.forecasts());
  }

  private <T> ListResult<T> list(Comparator<T> order, Function<AccountSchedules, List<T>> query) {
    List<T> found = new ArrayList<>();
    List<OwnerForecasts.Owner> owners =
        accounts.each((store, own) -> read(store, own, query, found));
    found.sort(order);
    return new ListResult<>(List.copyOf(found), new OwnerForecasts(owners));
  }

  private static <T> OwnerForecasts.Owner read(
      Store store, Workspace own, Function<AccountSchedules, List<T>> query, List<T> found) {
    long id = own.accountId(store);
    AccountSchedules schedules = new AccountSchedules(store, id, own.now(), own.venue());
    found.addAll(query.apply(schedules));
    return new OwnerForecasts.Owner(
        id, own.account(), schedules.forecasts(), store.awayPeriods().of(id));
  }
}
