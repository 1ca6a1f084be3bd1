package dev.court.operation;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps a new request. */
public final class AddSchedule {
  private static final int SHOWN = 3;

  private final Workspace workspace;

  public AddSchedule(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * What was understood.
   *
   * @param schedule as it is kept; its id is 0 when nothing was written
   * @param next the next times to play, at most three
   * @param overlaps other plans of one's own that collide with one of these
   */
  public record Added(
      Schedule schedule, List<ScheduledBooking> next, List<ScheduledBooking> overlaps) {}

  /**
   * Adds it, with its bookings for the next weeks.
   *
   * @throws InvalidRequest when it cannot be booked, or lies wholly in the past
   */
  public Added add(ScheduleRequest asked) {
    List<Occurrence> next = understood(asked);
    return workspace.database().transactDurably(store -> add(store, asked, next));
  }

  /** Says what {@link #add} would do, and writes nothing. */
  public Added rehearse(ScheduleRequest asked) {
    List<Occurrence> next = understood(asked);
    Schedule schedule = Preview.unsaved(asked, workspace.now());
    return new Added(schedule, Preview.bookings(schedule, next, workspace.venue()), List.of());
  }

  private List<Occurrence> understood(ScheduleRequest asked) {
    RequestMaker.check(asked, workspace.venue());
    return new Upcoming(asked.plan(), workspace.venue()).requireNext(workspace.now(), SHOWN);
  }

  private Added add(Store store, ScheduleRequest asked, List<Occurrence> next) {
    Instant now = workspace.now();
    long accountId = workspace.accountId(store);
    long id = store.schedules().add(accountId, asked, now, workspace.venue().zone().getId());
    Schedule schedule = store.schedules().find(accountId, id).orElseThrow();
    new Filling(workspace.venue(), store, now).fill(schedule, now);
    List<ScheduledBooking> shown = Preview.bookings(schedule, next, workspace.venue());
    return new Added(schedule, shown, overlaps(store, accountId, shown));
  }

  private static List<ScheduledBooking> overlaps(
      Store store, long accountId, List<ScheduledBooking> shown) {
    return shown.stream()
        .flatMap(
            mine ->
                store
                    .bookings()
                    .between(accountId, reach(mine.booking(), -1), reach(mine.booking(), 1))
                    .stream()
                    .filter(other -> collide(mine.booking(), other.booking())))
        .toList();
  }

  private static Instant reach(Booking booking, int days) {
    return booking.start().plus(Duration.ofDays(days));
  }

  private static boolean collide(Booking mine, Booking other) {
    boolean alive =
        other.status() == BookingStatus.PENDING || other.status() == BookingStatus.SUCCESS;
    return alive
        && other.scheduleId() != mine.scheduleId()
        && other.start().isBefore(mine.start().plus(mine.duration()))
        && mine.start().isBefore(other.start().plus(other.duration()));
  }
}
