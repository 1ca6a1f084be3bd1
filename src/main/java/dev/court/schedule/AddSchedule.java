package dev.court.schedule;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.RequestMaker;
import dev.court.planning.Upcoming;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
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
   * @param overlaps other plans of one's own that are for the same time
   */
  public record Added(Schedule schedule, List<ScheduledBooking> next, List<Overlap> overlaps) {}

  /**
   * Adds it, with its bookings for the next weeks.
   *
   * @throws InvalidRequest when it cannot be booked, or lies wholly in the past
   */
  public Added add(ScheduleRequest asked) {
    List<Occurrence> next = understood(asked, workspace.venue(), workspace.now());
    return workspace.database().transactDurably(store -> add(store, asked, next));
  }

  /** Says what {@link #add} would do; needs no database, and writes nothing. */
  static Added rehearse(ScheduleRequest asked, Venue venue, Instant now) {
    List<Occurrence> next = understood(asked, venue, now);
    Schedule schedule = Preview.unsaved(asked, now);
    return new Added(schedule, Preview.bookings(schedule, next, venue), List.of());
  }

  private static List<Occurrence> understood(ScheduleRequest asked, Venue venue, Instant now) {
    RequestMaker.check(asked, venue);
    return new Upcoming(asked.plan(), venue).requireNext(now, SHOWN);
  }

  private Added add(Store store, ScheduleRequest asked, List<Occurrence> next) {
    Instant now = workspace.now();
    Venue venue = workspace.venue();
    long accountId = workspace.accountId(store);
    long id = store.schedules().add(accountId, asked, now, venue.zone().getId());
    Schedule schedule = store.schedules().find(accountId, id).orElseThrow();
    new BookingMaterializer(venue, store, now).fill(schedule, now);
    return new Added(
        schedule,
        Preview.bookings(schedule, next, venue),
        new OverlapFinder(store, venue, now).with(schedule));
  }
}
