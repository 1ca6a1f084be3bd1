package dev.court.held;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.schedule.OwnCourts;
import java.util.List;
import java.util.Optional;

/**
 * Tells which reservations were made for a booking.
 *
 * @param bookings of the account
 */
record OwnReservations(List<ScheduledBooking> bookings, Venue venue) {
  ReservationView view(HeldReservation held) {
    Optional<TennisCourt> court = court(held);
    return new ReservationView(
        held.id(),
        court.map(TennisCourt::id).orElse(null),
        court.map(TennisCourt::name).orElse(held.label() == null ? "another court" : held.label()),
        held.start(),
        held.end(),
        held.cancelled(),
        bookings.stream()
            .filter(one -> isById(one.booking(), held))
            .findFirst()
            .or(() -> court.flatMap(it -> byTime(held, it))));
  }

  private static boolean isById(Booking booking, HeldReservation held) {
    return held.id() != null && held.id().equals(booking.result().reservationId());
  }

  /** One whose id is another reservation's is not this one's. */
  private Optional<ScheduledBooking> byTime(HeldReservation held, TennisCourt court) {
    return bookings.stream()
        .filter(one -> one.booking().start().equals(held.start()) && !held.cancelled())
        .filter(one -> one.booking().result().reservationId() == null)
        .filter(one -> OwnCourts.MAY_HAVE.contains(one.booking().status()))
        .filter(one -> mayBeOn(one.booking(), court.id()))
        .findFirst();
  }

  /** Of an open request it is known which court was asked for, and no other one was. */
  private static boolean mayBeOn(Booking booking, String courtId) {
    String booked = booking.result().bookedCourtId();
    if (booked != null) {
      return booked.equals(courtId);
    }
    return booking
        .openShot()
        .map(open -> courtId.equals(open.courtId()))
        .orElseGet(() -> booking.courts().courtIds().contains(courtId));
  }

  private Optional<TennisCourt> court(HeldReservation held) {
    return venue.courts().stream()
        .filter(
            one ->
                held.amenityId() == null
                    ? held.label() != null && HeldReservation.isSameName(held.label(), one.name())
                    : held.amenityId() == one.amenityId())
        .findFirst();
  }
}
