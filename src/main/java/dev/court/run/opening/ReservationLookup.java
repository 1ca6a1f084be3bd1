package dev.court.run.opening;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.atrium.reservations.Listing;
import dev.court.atrium.reservations.ReservationRequest;
import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.Event;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import dev.court.text.TimeInWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A booking in Atrium's terms: what to ask for, and whether it is among what is held. */
public final class ReservationLookup {
  private final Venue venue;

  public ReservationLookup(Venue venue) {
    this.venue = venue;
  }

  /**
   * Its courts, as far as the settings still name them.
   *
   * @throws dev.court.booking.SetupProblem when they name none of them
   */
  public CourtPreference courts(Booking booking) {
    List<String> known = known(booking);
    if (known.isEmpty()) {
      venue.requireCourt(booking.courts().first());
    }
    return new CourtPreference(known);
  }

  /** The request for one of its courts. */
  ReservationRequest request(Booking booking, String courtId) {
    return new ReservationRequest(
        venue.requireCourt(courtId),
        booking.occurrence().start(),
        booking.duration(),
        booking.guests());
  }

  /**
   * What the listing says of the booking; one that does not say enough counts as unreadable. What
   * stands in a part of it is held all the same.
   */
  public Event.Reading look(Listing listing, Booking booking) {
    return look(listing, booking, Set.of());
  }

  /**
   * The same after answers that told of other reservations than the one asked for.
   *
   * @param others the ids in those answers
   */
  public Event.Reading look(Listing listing, Booking booking, Set<String> others) {
    List<HeldReservation> seen =
        seen(listing).stream().filter(one -> !isBuildingsOwn(one, booking)).toList();
    boolean unsure = !(listing instanceof Listing.Complete);
    for (String courtId : known(booking)) {
      for (HeldReservation held : seen) {
        HeldReservation.Match match = held.match(request(booking, courtId));
        if (match == HeldReservation.Match.OURS) {
          return new Event.Reading(true, Optional.of(new Event.HeldCourt(courtId, held.id())));
        }
        unsure |= match == HeldReservation.Match.UNSURE;
      }
    }
    unsure |= seen.stream().anyMatch(held -> mayBeOnALostCourt(held, booking));
    return new Event.Reading(!unsure, Optional.empty(), instead(seen(listing), others));
  }

  private boolean isBuildingsOwn(HeldReservation one, Booking booking) {
    return one.end() != null
        && !one.isWithin(venue.longestOfPersons())
        && !one.isWithin(booking.duration());
  }

  private static List<HeldReservation> seen(Listing listing) {
    if (listing instanceof Listing.Complete complete) {
      return complete.reservations();
    }
    return listing instanceof Listing.NotReadable unreadable ? unreadable.seen() : List.of();
  }

  private Optional<String> instead(List<HeldReservation> seen, Set<String> others) {
    return seen.stream()
        .filter(held -> held.id() != null && others.contains(held.id()) && !held.cancelled())
        .findFirst()
        .map(this::inWords);
  }

  private String inWords(HeldReservation held) {
    return "Atrium holds another reservation instead: %s, %s, %s"
        .formatted(
            held.id(),
            courtName(held),
            TimeInWords.minuteAndZone(held.start().atZone(venue.zone())));
  }

  private String courtName(HeldReservation held) {
    return venue.courts().stream()
        .filter(court -> held.amenityId() != null && court.amenityId() == held.amenityId())
        .map(TennisCourt::name)
        .findFirst()
        .orElse(held.label() == null ? "an unknown court" : held.label());
  }

  private List<String> known(Booking booking) {
    return booking.courts().courtIds().stream().filter(id -> venue.court(id).isPresent()).toList();
  }

  /** A court that the settings do not name any more may have been asked when they did. */
  private boolean mayBeOnALostCourt(HeldReservation held, Booking booking) {
    return !held.cancelled()
        && held.start().equals(booking.start())
        && known(booking).size() < booking.courts().courtIds().size();
  }
}
