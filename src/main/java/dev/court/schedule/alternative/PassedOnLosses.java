package dev.court.schedule.alternative;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Strategy;
import dev.court.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Losses that runs have passed on to another time of their occurrence. Nobody was told that they
 * are losses: the last time was to tell it. A change that leaves none of the other times has to
 * tell it instead.
 */
public final class PassedOnLosses {
  private final Store store;
  private final Instant now;
  private final List<Booking> before;

  private PassedOnLosses(Store store, Instant now, List<Booking> before) {
    this.store = store;
    this.now = now;
    this.before = before;
  }

  /** Those of a schedule that is about to be changed in this transaction. */
  public static PassedOnLosses before(Store store, Schedule schedule, Instant now) {
    return new PassedOnLosses(
        store, now, schedule.asked().isEither() ? passedOn(store, schedule, now) : List.of());
  }

  /**
   * Those beside a booking that a person is about to settle. Its schedule may name one time by now,
   * and the booking be one that it named before.
   */
  public static PassedOnLosses beside(Store store, ScheduledBooking settled, Instant now) {
    Schedule schedule = settled.schedule();
    return new PassedOnLosses(
        store,
        now,
        schedule.asked().strategy() == Strategy.WHOLE ? passedOn(store, schedule, now) : List.of());
  }

  /**
   * The loss that is to be told where a run gives a booking back that nobody wants any more: no
   * other time of its occurrence is asked for. What is left out by a pause, or while the person is
   * away, was told by that change. Where the run claimed a part of several reservations, nothing
   * was passed on: the loss of a part is told at once.
   *
   * @param claimed its schedule when the run claimed it
   * @param given as its schedule has it by now
   */
  public static Optional<Booking> leftBeside(
      Store store, Schedule claimed, ScheduledBooking given, Instant now) {
    return claimed.asked().strategy() == Strategy.WHOLE
        ? leftBeside(store, given, now)
        : Optional.empty();
  }

  /** The same where nobody knows what its schedule was when a run claimed it: that run is dead. */
  public static Optional<Booking> leftBeside(Store store, ScheduledBooking given, Instant now) {
    Schedule schedule = given.schedule();
    if (schedule.asked().strategy() != Strategy.WHOLE || schedule.leavesOut(given.booking())) {
      return Optional.empty();
    }
    List<Booking> ahead = store.bookings().ahead(schedule, now);
    return OccurrenceBookings.among(ahead, given).all().stream()
        .filter(one -> one.id() != given.booking().id() && isLost(one))
        .filter(one -> !goesOn(new ScheduledBooking(schedule, one), ahead))
        .reduce((one, later) -> later);
  }

  private static List<Booking> passedOn(Store store, Schedule schedule, Instant now) {
    List<Booking> ahead = store.bookings().ahead(schedule, now);
    return ahead.stream()
        .filter(one -> isLost(one) && goesOn(new ScheduledBooking(schedule, one), ahead))
        .toList();
  }

  /**
   * Those for which nothing is asked any more, of each occurrence the last one.
   *
   * @param changed the schedule as the change has left it
   */
  public List<Booking> leftBy(Schedule changed) {
    if (before.isEmpty()) {
      return List.of();
    }
    List<Long> ids = before.stream().map(Booking::id).toList();
    List<Booking> ahead = store.bookings().ahead(changed, now);
    Map<LocalDate, Booking> left = new LinkedHashMap<>();
    ahead.stream()
        .filter(one -> ids.contains(one.id()) && isLost(one))
        .filter(one -> !goesOn(new ScheduledBooking(changed, one), ahead))
        .forEach(one -> left.put(one.wallClock().toLocalDate(), one));
    return List.copyOf(left.values());
  }

  private static boolean isLost(Booking booking) {
    return booking.status() == BookingStatus.FAILED || booking.status() == BookingStatus.MISSED;
  }

  /**
   * Whether another time of its occurrence is held, or is still to be asked for. What a run asks
   * for at this moment is told with its outcome, unless it is left out by then.
   */
  private static boolean goesOn(ScheduledBooking lost, List<Booking> ahead) {
    return OccurrenceBookings.among(ahead, lost).all().stream()
        .anyMatch(
            other ->
                switch (other.status()) {
                  case SUCCESS, UNKNOWN -> true;
                  case PENDING -> isWanted(lost.schedule(), other);
                  case IN_FLIGHT -> !lost.schedule().leavesOut(other);
                  default -> false;
                });
  }

  private static boolean isWanted(Schedule schedule, Booking booking) {
    return !schedule.removed() && !schedule.leavesOut(booking);
  }
}
