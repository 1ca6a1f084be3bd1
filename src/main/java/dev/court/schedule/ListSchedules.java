package dev.court.schedule;

import dev.court.booking.ScheduledBooking;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists schedules, bookings and openings. It only reads. */
public final class ListSchedules {
  private final Workspace workspace;

  public ListSchedules(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Schedules, oldest first.
   *
   * @param wanted by the word of their status
   * @param overToo also those with nothing ahead, and removed ones
   */
  public ListResult<ScheduleView> schedules(Predicate<String> wanted, boolean overToo) {
    return list(
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
    return list(
        schedules ->
            schedules.store().bookings().between(schedules.account(), from, to).stream()
                .filter(one -> wanted.test(one.booking().status().word()))
                .toList());
  }

  /** The bookings to be made, by opening, at most {@code limit}; those that are open come first. */
  public ListResult<ScheduledBooking> openings(int limit) {
    return list(schedules -> schedules.awaited().stream().limit(limit).toList());
  }

  /** Like {@link #openings}, with what a run is booking at the moment. */
  public ListResult<ScheduledBooking> next(int limit) {
    return list(schedules -> schedules.awaitedOrUnderWay().stream().limit(limit).toList());
  }

  /** The first opening before which the session ends or likely ends; empty when there is none. */
  public Optional<ExpiryWarning> expiryWarning() {
    ListResult<ScheduledBooking> all = openings(Integer.MAX_VALUE);
    return all.found().stream()
        .filter(all.forecasts()::isOverBy)
        .findFirst()
        .map(one -> ExpiryWarning.of(one, all.forecasts().session()));
  }

  private <T> ListResult<T> list(Function<AccountSchedules, List<T>> query) {
    return workspace
        .database()
        .read(
            store -> {
              AccountSchedules schedules =
                  new AccountSchedules(
                      store, workspace.accountId(store), workspace.now(), workspace.venue());
              return new ListResult<>(query.apply(schedules), schedules.forecasts());
            });
  }
}
