package dev.court.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A booking beside the schedule it was made from. */
public record ScheduledBooking(Schedule schedule, Booking booking) {

  /** Whether it is for one of several times that would do. */
  public boolean isOfSeveral() {
    return schedule.asked().isEither();
  }

  /** Whether it is a time that is tried only where better ones of its occurrence are lost. */
  public boolean isAlternative() {
    return isOfSeveral() && booking.start().isAfter(booking.partOf());
  }

  /** The time that its person likes best; its own where no other one would do. */
  public ZonedDateTime preferredStart() {
    ZonedDateTime start = booking.occurrence().start();
    return isOfSeveral() ? booking.partOf().atZone(start.getZone()) : start;
  }

  /**
   * Until when its court is asked for again if it is taken; empty when it is not watched. For a
   * schedule that was added after the opening, the watch begins when it was added.
   *
   * @param notice a court is not wanted later than this before its start
   */
  public Optional<Instant> watchEnd(Duration notice) {
    Instant from =
        booking.opening().isBefore(schedule.createdAt()) ? schedule.createdAt() : booking.opening();
    return schedule.asked().watch().map(watch -> watch.until(from, booking.start().minus(notice)));
  }

  /**
   * Whether it was asked for only after its opening, by adding or changing the schedule or by
   * ending a pause: then it is not late, but was open before.
   */
  public boolean wasOpenBefore() {
    boolean isChangedSince = booking.result().attempts() > 0 && booking.result().lateMs() == null;
    return booking.opening().isBefore(schedule.createdAt()) || isChangedSince;
  }

  /** Like {@link #watchEnd}, but only while it waits for a court that was taken. */
  public Optional<Instant> watchedUntil(Duration notice) {
    boolean isWaiting =
        booking.status() == BookingStatus.PENDING || booking.status() == BookingStatus.IN_FLIGHT;
    return booking.result().watched() && isWaiting ? watchEnd(notice) : Optional.empty();
  }
}
