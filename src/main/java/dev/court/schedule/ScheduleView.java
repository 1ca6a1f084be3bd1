package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.part.GivenBack;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A schedule as it is shown.
 *
 * @param next the next booking to be made or played; of a one-off a past one too
 * @param booked the wall-clock times ahead for which Atrium holds a reservation
 * @param givenBack the wall-clock times ahead of parts that the person gave back alone
 * @param status one word: of a one-off that of its booking; of a recurrence pending or ended; of
 *     either paused, away, or cancelled when it was removed
 */
public record ScheduleView(
    Schedule schedule,
    Optional<Booking> next,
    List<LocalDateTime> booked,
    List<LocalDateTime> givenBack,
    String status) {

  /** The status of a paused schedule. */
  public static final String PAUSED = "paused";

  /** The status of a schedule whose next time is left out since the person is away. */
  public static final String AWAY = "away";

  /** The status of a recurrence without occurrences ahead. */
  public static final String ENDED = "ended";

  static ScheduleView of(Schedule schedule, List<Booking> bookings, Instant now, Venue venue) {
    Optional<Booking> next = new NextBooking(schedule, bookings, now).find(venue);
    List<Booking> ahead = bookings.stream().filter(one -> one.start().isAfter(now)).toList();
    return new ScheduleView(
        schedule,
        next,
        wallClocks(ahead.stream().filter(one -> one.status() == BookingStatus.SUCCESS)),
        wallClocks(ahead.stream().filter(one -> GivenBack.isAlone(schedule, one, bookings))),
        status(schedule, next, now));
  }

  private static List<LocalDateTime> wallClocks(Stream<Booking> some) {
    return some.map(one -> one.occurrence().wallClock()).toList();
  }

  /**
   * Why a booking that waits is not to be booked for now: {@link #PAUSED} or {@link #AWAY}; empty
   * when it is.
   */
  public static Optional<String> leftOut(ScheduledBooking what) {
    Schedule schedule = what.schedule();
    boolean isLeftOut =
        what.booking().status() == BookingStatus.PENDING && schedule.leavesOut(what.booking());
    return isLeftOut
        ? Optional.of(schedule.isAwayAt(what.booking()) ? AWAY : PAUSED)
        : Optional.empty();
  }

  /** Until when the court of the next booking is asked for again; empty when it is not watched. */
  public Optional<Instant> watchedUntil(Venue venue) {
    return next.map(booking -> new ScheduledBooking(schedule, booking))
        .flatMap(booking -> booking.watchedUntil(venue.notice()));
  }

  /** Whether the schedule has a booking ahead. */
  public boolean isAhead(Instant now) {
    return !schedule.removed() && next.filter(booking -> booking.start().isAfter(now)).isPresent();
  }

  private static String status(Schedule schedule, Optional<Booking> next, Instant now) {
    if (schedule.removed()) {
      return BookingStatus.CANCELLED.word();
    }
    if (next.isEmpty()) {
      return ENDED;
    }
    boolean oneOff = schedule.asked().plan() instanceof Plan.OneOff;
    Booking booking = next.get();
    if (booking.status() == BookingStatus.PENDING) {
      if (schedule.isAwayAt(booking)) {
        return AWAY;
      }
      if (oneOff ? schedule.leavesOut(booking) : schedule.isPaused(now)) {
        return PAUSED;
      }
    }
    return oneOff ? booking.status().word() : BookingStatus.PENDING.word();
  }
}
