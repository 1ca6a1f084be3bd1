package dev.court.operation;

import dev.court.atrium.HeldReservation;
import dev.court.atrium.Listing;
import dev.court.atrium.ReservationRequest;
import dev.court.booking.Booking;
import dev.court.booking.Event;
import dev.court.booking.Venue;
import java.util.Optional;

/** A booking in Atrium's terms: what to ask for, and whether it is among what is held. */
final class InAtrium {
  private final Venue venue;

  InAtrium(Venue venue) {
    this.venue = venue;
  }

  /** The request for one of its courts. */
  ReservationRequest request(Booking booking, String courtId) {
    return new ReservationRequest(
        venue.requireCourt(courtId),
        booking.occurrence().start(),
        booking.duration(),
        booking.guests());
  }

  /** What the listing says of the booking; one that does not say enough counts as unreadable. */
  Event.Reading look(Listing listing, Booking booking) {
    if (!(listing instanceof Listing.Complete complete)) {
      return new Event.Reading(false, Optional.empty());
    }
    boolean unsure = false;
    for (HeldReservation held : complete.reservations()) {
      for (String courtId : booking.courts().courtIds()) {
        HeldReservation.Match match = held.match(request(booking, courtId));
        if (match == HeldReservation.Match.OURS) {
          return new Event.Reading(true, Optional.of(new Event.Held(courtId, held.id())));
        }
        unsure |= match == HeldReservation.Match.UNSURE;
      }
    }
    return new Event.Reading(!unsure, Optional.empty());
  }
}
