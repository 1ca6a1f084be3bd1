package dev.court.schedule;

import dev.court.booking.Booking;
import dev.court.booking.BookingPart;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import java.time.Instant;
import java.util.Set;

/**
 * Says which bookings ahead are changed when a schedule changes. One that is in line already keeps
 * what earlier runs left, such as its next try.
 */
final class AlignmentRule {
  /** A booking that is missed though its start is ahead was marked by a clock that was wrong. */
  static final Set<BookingStatus> WAITING = Set.of(BookingStatus.PENDING, BookingStatus.MISSED);

  private static final Set<BookingStatus> BACK =
      Set.of(BookingStatus.MISSED, BookingStatus.SKIPPED, BookingStatus.CANCELLED);

  private AlignmentRule() {}

  /**
   * Whether a booking ahead is to become what its schedule wants.
   *
   * @param wanted the part of the schedule that starts when the booking does
   * @param opening of that part
   */
  static boolean isChanged(
      Booking booking, Schedule schedule, BookingPart wanted, Instant opening) {
    return switch (booking.status()) {
      case PENDING -> !isInLine(booking, schedule, wanted, opening);
      case FAILED -> asksForMore(booking, schedule, wanted);
      default -> BACK.contains(booking.status());
    };
  }

  private static boolean isInLine(
      Booking booking, Schedule schedule, BookingPart wanted, Instant opening) {
    return booking.opening().equals(opening)
        && booking.partOf().equals(wanted.of())
        && booking.courts().equals(schedule.asked().courts())
        && isSamePlay(booking, schedule, wanted);
  }

  /** What was taken or refused may be free in another way, which nobody has asked for yet. */
  private static boolean asksForMore(Booking failed, Schedule schedule, BookingPart wanted) {
    return !failed.courts().courtIds().containsAll(schedule.asked().courts().courtIds())
        || !isSamePlay(failed, schedule, wanted);
  }

  private static boolean isSamePlay(Booking booking, Schedule schedule, BookingPart wanted) {
    return booking.duration().equals(wanted.duration())
        && booking.guests().equals(schedule.asked().guests());
  }
}
