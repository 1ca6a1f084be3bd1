package dev.court.run.byhand;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.booking.Booking;
import dev.court.booking.CourtPreference;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a listing showed, or a part of one.
 *
 * @param unasked the bookings of this run for which nothing was sent when its request left
 */
record SeenListing(List<HeldReservation> reservations, Set<Long> unasked) {
  static final SeenListing NOTHING = new SeenListing(List.of(), Set.of());

  private static final Duration DAY = Duration.ofDays(1);

  SeenListing {
    reservations = List.copyOf(reservations);
    unasked = Set.copyOf(unasked);
  }

  /** A reservation that would do for a booking. */
  record SeenCourt(TennisCourt court, HeldReservation reservation) {}

  /**
   * The first one that holds a court for all of the time of a booking.
   *
   * @param courts on which it counts, best first; those that the settings name no more do not
   */
  Optional<SeenCourt> find(
      Booking booking, CourtPreference courts, Venue venue, Predicate<SeenCourt> counts) {
    Instant end = booking.start().plus(booking.duration());
    return courts.courtIds().stream()
        .flatMap(id -> venue.court(id).stream())
        .flatMap(
            court ->
                reservations.stream()
                    .filter(one -> one.id() != null && one.covers(court, booking.start(), end))
                    .map(one -> new SeenCourt(court, one)))
        .filter(counts)
        .findFirst();
  }

  /** Whether something is held near a booking, where another time would do as well. */
  boolean isAnyNear(Booking booking) {
    return reservations.stream()
        .filter(one -> !one.cancelled())
        .map(one -> Duration.between(one.start(), booking.start()).abs())
        .anyMatch(apart -> apart.compareTo(DAY) < 0);
  }
}
