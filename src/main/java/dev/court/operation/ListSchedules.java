package dev.court.operation;

import dev.court.booking.Booking;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
  public List<ScheduleView> schedules(Predicate<String> wanted, boolean overToo) {
    Instant now = workspace.now();
    return workspace.database().transact(this::views).stream()
        .filter(view -> overToo || view.isAhead(now))
        .filter(view -> wanted.test(view.status()))
        .toList();
  }

  /** Bookings that start in {@code [from, to)}, by time. */
  public List<ScheduledBooking> bookings(Predicate<String> wanted, Instant from, Instant to) {
    return workspace
        .database()
        .transact(store -> store.bookings().between(workspace.accountId(store), from, to))
        .stream()
        .filter(one -> wanted.test(one.booking().status().word()))
        .toList();
  }

  private List<ScheduleView> views(Store store) {
    Instant now = workspace.now();
    long account = workspace.accountId(store);
    Map<Long, List<Booking>> ahead =
        store.bookings().between(account, now, Schedule.FOREVER).stream()
            .map(ScheduledBooking::booking)
            .collect(Collectors.groupingBy(Booking::scheduleId));
    return store.schedules().all(account).stream()
        .map(one -> ScheduleView.of(one, bookings(store, one, ahead), now, workspace.venue()))
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
