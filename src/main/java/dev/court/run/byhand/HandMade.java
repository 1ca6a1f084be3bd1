package dev.court.run.byhand;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.run.byhand.SeenListing.SeenCourt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether the person made a reservation by hand. It is so where no booking has it, nor may have it:
 * in doubt it is one of court's own, since what was taken for hand-made would never be asked for.
 *
 * @param near all bookings {@link #AROUND} it, of all accounts and of whatever status, that were
 *     ever asked for or may be now
 * @param history the requests that were sent for a booking
 * @param unasked the bookings for which nothing was sent when the reservation was seen
 */
record HandMade(List<Booking> near, Function<Booking, List<Attempt>> history, Set<Long> unasked) {
  /** What is given to a booking in place of what it asked for is no further away. */
  static final Duration AROUND = Duration.ofDays(2);

  private static final Set<BookingStatus> IN_DOUBT =
      Set.of(BookingStatus.UNKNOWN, BookingStatus.IN_FLIGHT);

  /**
   * Whether nothing was ever sent for a booking, as far as its row and its history tell. Of one
   * that another home has booked they tell nothing else.
   */
  boolean isNew(Booking booking) {
    return booking.status() != BookingStatus.SUCCESS
        && booking.result().isNeverAsked()
        && history.apply(booking).isEmpty();
  }

  /**
   * Whether it is nobody's but the person's.
   *
   * @param wanted the booking that is to end with it
   */
  boolean isByHand(SeenCourt shown, Booking wanted) {
    return near.stream()
        .filter(one -> one.id() != wanted.id())
        .noneMatch(one -> isOf(shown, one) ? !isPartBeside(one, wanted) : mayBeOf(shown, one));
  }

  private static boolean isOf(SeenCourt shown, Booking one) {
    return shown.reservation().id().equals(one.result().reservationId());
  }

  /** One reservation may hold several parts of one occurrence, one after the other. */
  private static boolean isPartBeside(Booking one, Booking wanted) {
    return one.isHeldAlready()
        && one.scheduleId() == wanted.scheduleId()
        && one.partOf().equals(wanted.partOf())
        && !one.overlaps(wanted);
  }

  private boolean mayBeOf(SeenCourt shown, Booking one) {
    if (isNew(one) && !isAskedNow(one)) {
      return false;
    }
    return IN_DOUBT.contains(one.status())
        || isNamedInHistory(shown, one)
        || (isAtTheTimeOf(shown.reservation(), one) && mayBeOn(shown.court().id(), one));
  }

  /** By a run of which nothing is known but its claim. */
  private boolean isAskedNow(Booking one) {
    return IN_DOUBT.contains(one.status()) && !unasked.contains(one.id());
  }

  private boolean isNamedInHistory(SeenCourt shown, Booking one) {
    return history.apply(one).stream()
        .anyMatch(it -> it.raw() != null && it.raw().contains(shown.reservation().id()));
  }

  private static boolean isAtTheTimeOf(HeldReservation held, Booking one) {
    Instant end = one.start().plus(one.duration());
    return held.start().equals(one.start())
        || (one.start().isBefore(held.end()) && held.start().isBefore(end));
  }

  private boolean mayBeOn(String courtId, Booking one) {
    Booking.Result result = one.result();
    List<Attempt> sent = history.apply(one);
    boolean isSuccess = one.status() == BookingStatus.SUCCESS;
    if (isSuccess && result.isNeverAsked() && sent.isEmpty()) {
      return one.courts().courtIds().contains(courtId); // another home has booked it
    }
    boolean isAnyCourt = result.bookedCourtId() == null && (sent.isEmpty() || isSuccess);
    return isAnyCourt
        || courtId.equals(result.bookedCourtId())
        || courtId.equals(result.openCourt())
        || sent.stream().anyMatch(it -> it.courtId().equals(courtId));
  }
}
