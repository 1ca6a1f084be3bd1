package dev.court.schedule;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.Occurrences;
import dev.court.planning.RequestMaker;
import dev.court.schedule.house.Unwinnable;
import dev.court.schedule.house.UnwinnableFinder;
import dev.court.session.SessionForecast;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Keeps a new request as a schedule, with its bookings for the next weeks. */
public final class AddSchedule {
  private static final int SHOWN = 3;

  private final Venue venue;
  private final InstantSource clock;
  private final Supplier<Workspace> opening;

  /**
   * For one account.
   *
   * @param opening opens the home and its database; asked only when something is to be written
   */
  public AddSchedule(Venue venue, InstantSource clock, Supplier<Workspace> opening) {
    this.venue = venue;
    this.clock = clock;
    this.opening = opening;
  }

  /**
   * What was understood.
   *
   * @param schedule as it is kept; its id is 0 when nothing was written
   * @param next bookings of the next three occurrences, by time
   * @param overlaps other schedules of this account for the same time; empty in a dry run
   * @param unwinnable bookings that get no court beside the others; empty in a dry run
   * @param session whether somebody will be signed in at the next opening; empty in a dry run
   */
  public record Added(
      Schedule schedule,
      List<ScheduledBooking> next,
      List<Overlap> overlaps,
      List<Unwinnable> unwinnable,
      Optional<SessionForecast> session) {}

  /**
   * Adds it.
   *
   * @param dryRun says what would be added, and neither reads nor writes the home
   * @throws InvalidRequest when it cannot be booked, or lies wholly in the past; the home is not
   *     touched then
   */
  public Added add(ScheduleRequest asked, boolean dryRun) {
    RequestMaker.check(asked, venue);
    Instant now = clock.instant();
    List<Occurrence> next = new Occurrences(asked.plan(), venue).requireNext(now, SHOWN);
    if (dryRun) {
      return added(
          UnsavedBookings.of(asked, now, venue), next, List.of(), List.of(), s -> Optional.empty());
    }
    Workspace workspace = opening.get();
    return workspace.database().transactDurably(store -> add(workspace, store, asked, next));
  }

  /**
   * Adds it, unless the account has the same already: one transaction looks and adds, so that two
   * processes at once add it once.
   *
   * @param isSame whether what is there is the same
   * @return what was added; empty when it was there
   * @throws InvalidRequest as {@link #add(ScheduleRequest, boolean)}
   */
  public Optional<Added> addUnlessThere(ScheduleRequest asked, Predicate<ScheduleRequest> isSame) {
    RequestMaker.check(asked, venue);
    List<Occurrence> next =
        new Occurrences(asked.plan(), venue).requireNext(clock.instant(), SHOWN);
    Workspace workspace = opening.get();
    return workspace
        .database()
        .transactDurably(
            store ->
                isThere(workspace, store, isSame)
                    ? Optional.empty()
                    : Optional.of(add(workspace, store, asked, next)));
  }

  private static boolean isThere(
      Workspace workspace, Store store, Predicate<ScheduleRequest> isSame) {
    return store.schedules().all(workspace.ensureAccount(store)).stream()
        .anyMatch(one -> !one.removed() && isSame.test(one.asked()));
  }

  private Added add(
      Workspace workspace, Store store, ScheduleRequest asked, List<Occurrence> next) {
    Instant now = workspace.now();
    long account = workspace.ensureAccount(store);
    long id = store.schedules().add(account, asked, now, venue.zone().getId());
    Schedule schedule = store.schedules().find(account, id).orElseThrow();
    new BookingMaterializer(venue, store, now).materialize(schedule, now);
    List<Overlap> overlaps = new OverlapFinder(store, venue, now).with(schedule);
    List<Unwinnable> unwinnable = new UnwinnableFinder(store, venue, now).with(schedule);
    Forecasts forecasts = Forecasts.read(store, account, now);
    return added(new UnsavedBookings(schedule, venue), next, overlaps, unwinnable, forecasts::of);
  }

  private static Added added(
      UnsavedBookings bookings,
      List<Occurrence> next,
      List<Overlap> overlaps,
      List<Unwinnable> unwinnable,
      Function<ScheduledBooking, Optional<SessionForecast>> forecasts) {
    List<ScheduledBooking> shown = bookings.at(next);
    return new Added(
        bookings.schedule(),
        shown,
        overlaps,
        unwinnable,
        shown.stream().findFirst().flatMap(forecasts));
  }
}
