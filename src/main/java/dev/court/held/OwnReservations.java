package dev.court.held;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.schedule.house.OwnCourts;
import java.util.List;
import java.util.Optional;

/**
 * Tells which reservations were made for a booking.
 *
 * @param bookings of each account that has the occupant id, of the one that asks first
 */
record OwnReservations(List<ReservedBooking> bookings, Venue venue) {
  ReservationView view(HeldReservation held) {
    return view(held, true);
  }

  /** The same reservation, with its bookings as they are here. */
  ReservationView again(ReservationView before) {
    return view(before.held(), before.listed());
  }

  /** What bookings name, for a reservation that a whole listing does not show. */
  Optional<ReservationView> unlisted(String id) {
    List<Booking> named =
        bookings.stream()
            .map(one -> one.what().booking())
            .filter(one -> id.equals(one.result().reservationId()))
            .filter(one -> one.status() == BookingStatus.SUCCESS || one.isGivenBack())
            .toList();
    boolean cancelled = named.stream().allMatch(Booking::isGivenBack);
    return named.stream().findFirst().map(one -> view(heldFor(one, cancelled), false));
  }

  private HeldReservation heldFor(Booking booking, boolean cancelled) {
    Optional<TennisCourt> court =
        venue.courts().stream()
            .filter(one -> one.id().equals(booking.result().bookedCourtId()))
            .findFirst();
    return new HeldReservation(
        booking.result().reservationId(),
        court.map(TennisCourt::amenityId).orElse(null),
        null,
        booking.start(),
        booking.start().plus(booking.duration()),
        cancelled);
  }

  private ReservationView view(HeldReservation held, boolean listed) {
    Optional<TennisCourt> court = court(held);
    return new ReservationView(
        held,
        court.map(TennisCourt::id).orElse(null),
        court.map(TennisCourt::name).orElse(held.label() == null ? "another court" : held.label()),
        listed,
        ours(held, court));
  }

  private List<ReservedBooking> ours(HeldReservation held, Optional<TennisCourt> court) {
    List<ReservedBooking> byId =
        bookings.stream().filter(one -> isById(one.what().booking(), held)).toList();
    return byId.isEmpty() ? court.flatMap(it -> byTime(held, it)).stream().toList() : byId;
  }

  private static boolean isById(Booking booking, HeldReservation held) {
    return held.id() != null && held.id().equals(booking.result().reservationId());
  }

  /** One whose id is another reservation's is not this one's. */
  private Optional<ReservedBooking> byTime(HeldReservation held, TennisCourt court) {
    return bookings.stream()
        .filter(one -> one.what().booking().start().equals(held.start()) && !held.cancelled())
        .filter(one -> one.what().booking().result().reservationId() == null)
        .filter(one -> OwnCourts.MAY_HAVE.contains(one.what().booking().status()))
        .filter(one -> mayBeOn(one.what().booking(), court.id()))
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
