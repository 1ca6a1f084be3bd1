package dev.court.schedule.alternative;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Strategy;
import dev.court.store.LostTime;
import dev.court.store.Store;

/**
 * Lets go the other times of occurrences of which one is booked. Whether it is done at once or by
 * the next run makes no difference to what is asked for: {@link Turns} has the last word.
 */
public final class LetGo {
  private final Store store;

  public LetGo(Store store) {
    this.store = store;
  }

  /** Of all occurrences of an account. */
  public void all(long accountId) {
    if (store.schedules().hasAlternatives(accountId)) {
      store.bookings().besideBooked(accountId).forEach(this::letGo);
    }
  }

  /**
   * Of the occurrence that a booking is for, by what the person wants now: the schedule may have
   * been changed since the booking was claimed, and what it names now may be wanted beside a time
   * that it does not name any more.
   */
  public void beside(ScheduledBooking won) {
    Schedule claimed = won.schedule();
    if (claimed.asked().isEither()) {
      Schedule now = store.schedules().find(claimed.accountId(), claimed.id()).orElse(claimed);
      store.bookings().onTheDayOf(won.booking()).stream()
          .filter(one -> one.status() == BookingStatus.PENDING)
          .filter(one -> now.asked().isTimeOf(one.partOf(), won.booking()))
          .forEach(one -> letGo(one, won.booking()));
    }
  }

  /**
   * Whether another time is booked, or may be, of the occurrence that a booking was made for: after
   * the database went back to an older state nobody knows which one. What a request put in doubt
   * was asked for, and stays so: it may be the half of a booking that was split until now.
   */
  public static boolean isBesideAnother(Store store, ScheduledBooking unknown) {
    return unknown.schedule().asked().strategy() == Strategy.WHOLE
        && LostTime.isReason(unknown.booking().result().lastError())
        && store.bookings().siblings(unknown.booking()).stream()
            .anyMatch(one -> one.status().mayBeHeld());
  }

  /**
   * Lets an unknown booking go beside another time that is booked, of the occurrence that both were
   * made for: no run asks for one time beside another that may be held. To be called where a whole
   * listing does not show it.
   *
   * @return false when none of them is booked; then nothing is changed
   */
  public boolean tryLetGoUnknown(Booking unknown) {
    return store.bookings().siblings(unknown).stream()
        .filter(one -> one.status() == BookingStatus.SUCCESS)
        .findFirst()
        .filter(won -> store.unknownBookings().tryLetGo(unknown, reason(won)))
        .isPresent();
  }

  private void letGo(ScheduledBooking pending) {
    OccurrenceBookings.of(store, pending).won().ifPresent(won -> letGo(pending.booking(), won));
  }

  private void letGo(Booking pending, Booking won) {
    boolean unused =
        store.bookings().tryChangeStatus(pending, BookingStatus.CANCELLED, reason(won));
  }

  private static String reason(Booking won) {
    return OccurrenceBookings.time(won)
        + (won.isHeldAlready() ? " is held already" : " was booked");
  }
}
