package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is. */
public final class ListSchedules {
  private final Workspace workspace;

  public ListSchedules(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Schedules, oldest first.
   *
   * @param wanted by the word of their status
   * @param overToo those with nothing ahead, and removed ones
   */
  public ListResult<ScheduleView> schedules(Predicate<String> wanted, boolean overToo) {
    Instant now = workspace.now();
    return listed(
        store ->
            views(store).stream()
                .filter(view -> overToo || view.isAhead(now))
                .filter(view -> wanted.test(view.status()))
                .toList());
  }

  /** Bookings that start in {@code [from, to)}, by time. */
  public ListResult<ScheduledBooking> bookings(Predicate<String> wanted, Instant from, Instant to) {
    return listed(
        store ->
            store.bookings().between(workspace.accountId(store), from, to).stream()
                .filter(one -> wanted.test(one.booking().status().word()))
                .toList());
  }

  /** What is to be booked, by opening, at most {@code limit}; what is open already comes first. */
  public ListResult<ScheduledBooking> openings(int limit) {
    return listed(
        store ->
            awaited(store, workspace.accountId(store), workspace.now(), workspace.venue()).stream()
                .limit(limit)
                .toList());
  }

  /** The first opening that the session will not live to see, for all that is known or likely. */
  public Optional<ExpiryWarning> forewarning() {
    ListResult<ScheduledBooking> all = openings(Integer.MAX_VALUE);
    return all.found().stream()
        .filter(all.forecasts()::isOverBy)
        .findFirst()
        .map(one -> ExpiryWarning.of(one, all.forecasts().session()));
  }

  /**
   * What is to be booked for an account, by opening. Bookings are made some weeks ahead; the next
   * of a rare schedule may lie beyond. Only reads.
   */
  public static List<ScheduledBooking> awaited(
      Store store, long account, Instant now, Venue venue) {
    Forecasts forecasts = Forecasts.read(store, account, now);
    Stream<ScheduledBooking> made =
        store.bookings().between(account, now, Schedule.FOREVER).stream();
    Stream<ScheduledBooking> notMadeYet =
        views(store, account, now, venue).stream()
            .flatMap(
                view ->
                    view
                        .next()
                        .filter(next -> next.id() == 0)
                        .map(next -> new ScheduledBooking(view.schedule(), next))
                        .stream());
    return Stream.concat(made, notMadeYet)
        .filter(forecasts::isAwaited)
        .sorted(Comparator.comparing(one -> one.booking().opening()))
        .toList();
  }

  private <T> ListResult<T> listed(Function<Store, List<T>> query) {
    return workspace
        .database()
        .transact(
            store ->
                new ListResult<>(
                    query.apply(store),
                    Forecasts.read(store, workspace.accountId(store), workspace.now())));
  }

  private List<ScheduleView> views(Store store) {
    return views(store, workspace.accountId(store), workspace.now(), workspace.venue());
  }

  /** All schedules of an account as they are at {@code now}, oldest first. Only reads. */
  public static List<ScheduleView> views(Store store, long account, Instant now, Venue venue) {
    Map<Long, List<Booking>> ahead =
        store.bookings().between(account, now, Schedule.FOREVER).stream()
            .map(ScheduledBooking::booking)
            .collect(Collectors.groupingBy(Booking::scheduleId));
    return store.schedules().all(account).stream()
        .map(one -> ScheduleView.of(one, bookings(store, one, ahead), now, venue))
        .toList();
  }

  /** A one-off has a booking or two, over or not; the past of a recurrence may be long. */
  private static List<Booking> bookings(
      Store store, Schedule schedule, Map<Long, List<Booking>> ahead) {
    return schedule.asked().plan() instanceof Plan.OneOff
        ? store.bookings().of(schedule)
        : ahead.getOrDefault(schedule.id(), List.of());
  }
}
