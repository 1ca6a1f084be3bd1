package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.alternative.OneOfEach;
import dev.court.store.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schedules of one account as they are at an instant. It only reads, within the transaction of
 * its store.
 *
 * @param account its id
 */
public record AccountSchedules(Store store, long account, Instant now, Venue venue) {

  /** All schedules, oldest first; removed ones too. */
  public List<ScheduleView> views() {
    Map<Long, List<Booking>> ahead =
        bookingsAhead()
            .map(ScheduledBooking::booking)
            .collect(Collectors.groupingBy(Booking::scheduleId));
    return store.schedules().all(account).stream()
        .map(schedule -> ScheduleView.of(schedule, bookings(schedule, ahead), now, venue))
        .toList();
  }

  /**
   * The bookings to be made, by opening; those that are open already come first. The database has
   * the bookings of the next weeks. Of a schedule whose next occurrence is later, that occurrence
   * is added.
   */
  public List<ScheduledBooking> awaited() {
    return awaited(forecasts(), views());
  }

  /**
   * The same for whoever has read more.
   *
   * @param forecasts as {@link #forecasts} reads them
   * @param views as {@link #views} reads them
   */
  public List<ScheduledBooking> awaited(Forecasts forecasts, List<ScheduleView> views) {
    return byOpening(views, forecasts::isAwaited);
  }

  /** The same, and those that a run is booking at the moment, whatever is wanted by now. */
  public List<ScheduledBooking> awaitedOrUnderWay() {
    Forecasts forecasts = forecasts();
    return byOpening(
        views(),
        one -> one.booking().status() == BookingStatus.IN_FLIGHT || forecasts.isAwaited(one));
  }

  private List<ScheduledBooking> byOpening(
      List<ScheduleView> views, Predicate<ScheduledBooking> wanted) {
    return Stream.concat(OneOfEach.of(bookingsAhead().toList()).stream(), unsavedBookings(views))
        .filter(wanted)
        .sorted(Comparator.comparing(one -> one.booking().opening()))
        .toList();
  }

  /** Whether the session will be alive at the openings. */
  public Forecasts forecasts() {
    return Forecasts.read(store, account, now);
  }

  private Stream<ScheduledBooking> bookingsAhead() {
    return store.bookings().between(account, now, Schedule.FOREVER).stream();
  }

  private static Stream<ScheduledBooking> unsavedBookings(List<ScheduleView> views) {
    return views.stream()
        .flatMap(
            view ->
                view
                    .next()
                    .filter(next -> next.id() == 0)
                    .map(next -> new ScheduledBooking(view.schedule(), next))
                    .stream());
  }

  /** A one-off has few bookings, and a past one counts; a recurrence may have many past ones. */
  private List<Booking> bookings(Schedule schedule, Map<Long, List<Booking>> ahead) {
    return schedule.asked().plan() instanceof Plan.OneOff
        ? store.bookings().of(schedule)
        : ahead.getOrDefault(schedule.id(), List.of());
  }
}
