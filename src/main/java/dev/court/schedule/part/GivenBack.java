package dev.court.schedule.part;

import dev.court.booking.Booking;
import dev.court.booking.BookingPart;
import dev.court.booking.BookingStatus;
import dev.court.booking.Schedule;
import dev.court.booking.Strategy;
import dev.court.store.Store;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Knows what becomes of a booking whose reservation the person gave back. An occurrence that was
 * given back as a whole is left out of its schedule. A schedule cannot leave out a part of one, so
 * a part that was given back alone is kept from coming back by its row, as long as the occurrence
 * has parts that were not.
 */
public final class GivenBack {
  private static final Set<BookingStatus> WANTED =
      EnumSet.of(
          BookingStatus.PENDING,
          BookingStatus.IN_FLIGHT,
          BookingStatus.SUCCESS,
          BookingStatus.UNKNOWN);

  private final Store store;

  public GivenBack(Store store) {
    this.store = store;
  }

  /** Whether other parts of its occurrence are booked, or still to be booked. */
  public boolean isOnlyAPart(Schedule schedule, Booking booking) {
    return !schedule.asked().isEither() && hasWanted(store.bookings().siblings(booking));
  }

  /**
   * Whether a change of its schedule does not bring it back. That is said of this part alone: where
   * its schedule wants something else from that time on, such as the occurrence as a whole, that is
   * a wish of its own.
   *
   * @param wanted what the schedule wants from its start on; null for nothing
   */
  public boolean stays(Schedule schedule, Booking booking, BookingPart wanted) {
    return booking.isGivenBack()
        && schedule.asked().strategy() == Strategy.SPLIT
        && wanted != null
        && wanted.of().equals(booking.partOf())
        && wanted.duration().equals(booking.duration())
        && !store.bookings().siblings(booking).stream().allMatch(Booking::isGivenBack);
  }

  /**
   * Whether a part was given back, and others of its occurrence were not.
   *
   * @param all the bookings of the schedule
   */
  public static boolean isAlone(Schedule schedule, Booking booking, List<Booking> all) {
    return booking.isGivenBack()
        && schedule.asked().strategy() == Strategy.SPLIT
        && all.stream()
            .anyMatch(one -> one.partOf().equals(booking.partOf()) && !one.isGivenBack());
  }

  /**
   * Lets the bookings of an occurrence come back that was given back as a whole, and is taken back
   * in: none of its parts is booked any more, and none was still to be booked when it was left out.
   */
  public void takeBackIn(Schedule schedule, LocalDateTime wallClock) {
    List<Booking> parts =
        store.bookings().of(schedule).stream().filter(one -> one.isOf(wallClock)).toList();
    if (!hasWanted(parts) && parts.stream().noneMatch(one -> wasWanted(schedule, one))) {
      parts.stream().filter(Booking::isGivenBack).forEach(store.bookings()::forgetReservation);
    }
  }

  /** A part that was given back alone stays so beside one that was only left out. */
  private static boolean wasWanted(Schedule schedule, Booking part) {
    boolean isLeftOut =
        part.status() == BookingStatus.SKIPPED || part.status() == BookingStatus.CANCELLED;
    return isLeftOut
        && !part.isGivenBack()
        && part.start().isBefore(part.partOf().plus(schedule.asked().duration()));
  }

  private static boolean hasWanted(List<Booking> parts) {
    return parts.stream().map(Booking::status).anyMatch(WANTED::contains);
  }
}
