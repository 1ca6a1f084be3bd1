package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.planning.Occurrences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the booking of a schedule that people look forward to. */
final class NextBooking {
  private static final Set<BookingStatus> PLAYED =
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
   * Looks among these.
   *
   * @param bookings of the schedule, by time: all of a one-off's, those ahead of a recurrence
   */
  NextBooking(Schedule schedule, List<Booking> bookings, Instant now) {
    this.schedule = schedule;
    this.bookings = bookings;
    this.now = now;
  }

  /** For a one-off its booking, over or not; empty when a recurrence has nothing ahead. */
  Optional<Booking> find(Venue venue) {
    if (schedule.asked().plan() instanceof Plan.OneOff oneOff) {
      return only(oneOff);
    }
    return first(booking -> !isLeftOut(booking))
        .or(() -> first(booking -> true))
        .or(() -> notMadeYet(venue));
  }

  /**
   * Of several parts the one that says most: still to be made, else lost. An edit leaves the
   * booking for the time before behind, cancelled.
   */
  private Optional<Booking> only(Plan.OneOff plan) {
    List<Booking> itself = bookings.stream().filter(booking -> isOf(booking, plan)).toList();
    return itself.stream()
        .filter(booking -> OPEN.contains(booking.status()))
        .findFirst()
        .or(() -> itself.stream().filter(booking -> LOST.contains(booking.status())).findFirst())
        .or(
            () ->
                itself.stream()
                    .filter(booking -> booking.status() != BookingStatus.CANCELLED)
                    .findFirst())
        .or(() -> itself.stream().findFirst());
  }

  private static boolean isOf(Booking booking, Plan.OneOff plan) {
    return Occurrence.of(plan.at(), booking.occurrence().start().getZone())
        .instant()
        .equals(booking.partOf());
  }

  private Optional<Booking> first(Predicate<Booking> wanted) {
    return bookings.stream()
        .filter(booking -> booking.start().isAfter(now) && PLAYED.contains(booking.status()))
        .filter(booking -> !isSkipped(booking) && wanted.test(booking))
        .findFirst();
  }

  private boolean isLeftOut(Booking booking) {
    return booking.status() == BookingStatus.PENDING && schedule.leavesOut(booking);
  }

  /** A reservation stays although its time was skipped later. */
  private boolean isSkipped(Booking booking) {
    return schedule.asked().plan() instanceof Plan.Recurring recurring
        && recurring.exdates().contains(booking.occurrence().wallClock());
  }

  /** Bookings are made some weeks ahead, and the next time to play may lie beyond. */
  private Optional<Booking> notMadeYet(Venue venue) {
    if (schedule.removed()) {
      return Optional.empty();
    }
    return new Occurrences(schedule.asked().plan(), venue)
        .firstAfter(lastMade())
        .map(occurrence -> new UnsavedBookings(schedule, venue).at(List.of(occurrence)).get(0))
        .map(ScheduledBooking::booking);
  }

  private Instant lastMade() {
    return bookings.stream()
        .filter(booking -> booking.status() != BookingStatus.CANCELLED)
        .map(Booking::start)
        .filter(now::isBefore)
        .reduce(now, (one, later) -> later);
  }
}
