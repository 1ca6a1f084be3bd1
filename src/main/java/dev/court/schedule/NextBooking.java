package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.Occurrences;
import dev.court.schedule.alternative.OneOfEach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the next booking of a schedule: of a one-off its only one, of a recurrence the next ahead.
 */
final class NextBooking {
  private static final Set<BookingStatus> NOT_LOST =
      Set.of(
          BookingStatus.PENDING,
          BookingStatus.IN_FLIGHT,
          BookingStatus.SUCCESS,
          BookingStatus.UNKNOWN);

  private static final Set<BookingStatus> OPEN =
      Set.of(BookingStatus.PENDING, BookingStatus.IN_FLIGHT, BookingStatus.UNKNOWN);
  private static final Set<BookingStatus> LOST = Set.of(BookingStatus.FAILED, BookingStatus.MISSED);

  private final Schedule schedule;
  private final List<Booking> bookings;
  private final Instant now;

  /**
   * Looks among the bookings of a schedule.
   *
   * @param bookings by time: all of a one-off, those ahead of a recurrence
   */
  NextBooking(Schedule schedule, List<Booking> bookings, Instant now) {
    this.schedule = schedule;
    this.bookings = OneOfEach.of(schedule, bookings);
    this.now = now;
  }

  /** The next booking; of a one-off a past one too. Empty when a recurrence has none ahead. */
  Optional<Booking> find(Venue venue) {
    if (schedule.asked().plan() instanceof Plan.OneOff oneOff) {
      return only(oneOff);
    }
    return first(booking -> !isLeftOut(booking))
        .or(() -> first(booking -> true))
        .or(() -> unsaved(venue));
  }

  /**
   * Of several parts, one that is open, else one that is lost. After an edit there is also the
   * cancelled booking of the earlier time.
   */
  private Optional<Booking> only(Plan.OneOff plan) {
    List<Booking> parts = bookings.stream().filter(booking -> booking.isOf(plan.at())).toList();
    return parts.stream()
        .filter(booking -> OPEN.contains(booking.status()))
        .findFirst()
        .or(() -> parts.stream().filter(booking -> LOST.contains(booking.status())).findFirst())
        .or(
            () ->
                parts.stream()
                    .filter(booking -> booking.status() != BookingStatus.CANCELLED)
                    .findFirst())
        .or(() -> parts.stream().findFirst());
  }

  private Optional<Booking> first(Predicate<Booking> wanted) {
    return bookings.stream()
        .filter(booking -> booking.start().isAfter(now) && NOT_LOST.contains(booking.status()))
        .filter(booking -> !isSkipped(booking) && wanted.test(booking))
        .findFirst();
  }

  private boolean isLeftOut(Booking booking) {
    return booking.status() == BookingStatus.PENDING && schedule.leavesOut(booking);
  }

  /** A skipped occurrence may have a reservation that was made before. */
  private boolean isSkipped(Booking booking) {
    return schedule.asked().plan() instanceof Plan.Recurring recurring
        && recurring.exdates().contains(booking.occurrence().wallClock());
  }

  /** The database has bookings of the next weeks only, and the next occurrence may be later. */
  private Optional<Booking> unsaved(Venue venue) {
    if (schedule.removed()) {
      return Optional.empty();
    }
    return new Occurrences(schedule.asked().plan(), venue)
        .firstAfter(lastSaved())
        .map(occurrence -> new UnsavedBookings(schedule, venue).at(List.of(occurrence)).get(0))
        .map(ScheduledBooking::booking);
  }

  private Instant lastSaved() {
    return bookings.stream()
        .filter(booking -> booking.status() != BookingStatus.CANCELLED)
        .map(Booking::start)
        .filter(now::isBefore)
        .reduce(now, (one, later) -> later);
  }
}
