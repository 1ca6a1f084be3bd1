package dev.court.run.byhand;

import dev.court.atrium.reservations.HeldReservation;
import dev.court.booking.Booking;
import dev.court.booking.BookingPart;
import dev.court.booking.CourtPreference;
import dev.court.booking.Occurrence;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.TennisCourt;
import dev.court.booking.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a listing showed, or a part of one.
 *
 * @param unasked the bookings of this run for which nothing was sent when it was answered
 * @param at when it was answered
 */
record SeenListing(List<HeldReservation> reservations, Set<Long> unasked, Instant at) {
  static final SeenListing NOTHING = new SeenListing(List.of(), Set.of(), Instant.EPOCH);

  private static final Duration FRESH = Duration.ofSeconds(10);

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

  /** What is older may have been cancelled in the portal since. */
  boolean isFresh(Instant now) {
    return Duration.between(at, now).compareTo(FRESH) < 0;
  }

  /** Whether one reservation holds any court for any of the times that an occurrence may have. */
  boolean coversAnyTime(ScheduledBooking what, Venue venue) {
    Booking booking = what.booking();
    ZonedDateTime preferred = what.preferredStart();
    Stream<Instant> wanted =
        what
            .schedule()
            .asked()
            .parts(Occurrence.of(preferred.toLocalDateTime(), preferred.getZone()), venue.slot())
            .stream()
            .map(BookingPart::start);
    return Stream.concat(Stream.of(booking.start()), wanted)
        .anyMatch(
            time -> reservations.stream().anyMatch(one -> one.lasts(time, booking.duration())));
  }
}
