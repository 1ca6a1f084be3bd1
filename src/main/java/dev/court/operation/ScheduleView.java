package dev.court.operation;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Plan;
import dev.court.booking.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A schedule as people look at it.
 *
 * @param next the first booking that starts ahead; for a one-off that is over, its only one
 * @param status in one word: a booking's for a one-off; pending, paused or ended for a recurrence;
 *     cancelled when removed
 */
public record ScheduleView(Schedule schedule, Optional<Booking> next, String status) {

  static ScheduleView of(Schedule schedule, List<Booking> bookings, Instant now) {
    Optional<Booking> ahead =
        bookings.stream().filter(booking -> booking.start().isAfter(now)).findFirst();
    boolean oneOff = schedule.asked().plan() instanceof Plan.OneOff;
    Optional<Booking> shown = ahead.isEmpty() && oneOff ? bookings.stream().findFirst() : ahead;
    return new ScheduleView(schedule, shown, status(schedule, shown, now));
  }

  /** Whether there is anything to look forward to. */
  public boolean isAhead(Instant now) {
    return !schedule.removed() && next.filter(booking -> booking.start().isAfter(now)).isPresent();
  }

  private static String status(Schedule schedule, Optional<Booking> shown, Instant now) {
    if (schedule.removed()) {
      return BookingStatus.CANCELLED.word();
    }
    boolean open = shown.map(booking -> booking.status() == BookingStatus.PENDING).orElse(false);
    if (open && schedule.isPaused(now)) {
      return "paused";
    }
    if (schedule.asked().plan() instanceof Plan.OneOff) {
      return shown.map(booking -> booking.status().word()).orElse("ended");
    }
    return shown.isPresent() ? BookingStatus.PENDING.word() : "ended";
  }
}
