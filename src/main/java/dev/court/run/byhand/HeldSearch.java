package dev.court.run.byhand;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.run.byhand.SeenListing.SeenCourt;
import dev.court.schedule.WantedNow;
import dev.court.schedule.alternative.OccurrenceBookings;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks in one transaction for a time of an occurrence that the person holds by hand. */
final class HeldSearch {
  private final Store store;
  private final Venue venue;
  private final Instant now;
  private final DueBooking due;
  private final SeenListing listing;
  private final WantedNow wanted;

  /**
   * A search that reads nothing yet.
   *
   * @param due claimed by this run, and not asked for
   */
  HeldSearch(Store store, Venue venue, Instant now, DueBooking due, SeenListing listing) {
    this.store = store;
    this.venue = venue;
    this.now = now;
    this.due = due;
    this.listing = listing;
    this.wanted = new WantedNow(venue, store, now);
  }

  /**
   * A booking and the reservation that it ends with.
   *
   * @param isClaimed whether it is the one that the run has claimed, and no other time
   */
  record HeldTime(ScheduledBooking what, SeenCourt shown, boolean isClaimed) {}

  /** The claimed booking itself, or another time of its occurrence that would do as well. */
  Optional<HeldTime> find(long accountId) {
    return store
        .bookings()
        .find(accountId, due.what().booking().id())
        .filter(one -> one.booking().status() == BookingStatus.IN_FLIGHT)
        .flatMap(this::find);
  }

  private Optional<HeldTime> find(ScheduledBooking claimed) {
    HandMade rule = rule(claimed.booking());
    return rule.isNew(claimed.booking())
        ? Stream.concat(Stream.of(claimed), otherTimes(claimed))
            .filter(one -> rule.isNew(one.booking()))
            .flatMap(one -> held(one, rule).stream())
            .findFirst()
        : Optional.empty();
  }

  private HandMade rule(Booking around) {
    Instant from = around.start().minus(HandMade.AROUND);
    Instant to = around.start().plus(HandMade.AROUND);
    Map<Long, List<Attempt>> history =
        store.attempts().ofBookingsBetween(from, to).stream()
            .collect(Collectors.groupingBy(Attempt::bookingId));
    return new HandMade(
        store.bookings().everAsked(from, to),
        one -> history.getOrDefault(one.id(), List.of()),
        listing.unasked());
  }

  private Stream<ScheduledBooking> otherTimes(ScheduledBooking claimed) {
    return claimed.schedule().asked().isEither()
        ? OccurrenceBookings.of(store, claimed).all().stream()
            .filter(one -> one.status() == BookingStatus.PENDING && one.start().isAfter(now))
            .map(one -> new ScheduledBooking(claimed.schedule(), one))
        : Stream.empty();
  }

  private Optional<HeldTime> held(ScheduledBooking one, HandMade rule) {
    boolean isClaimed = one.booking().id() == due.what().booking().id();
    CourtPreference courts = isClaimed ? due.courts() : one.booking().courts();
    return listing
        .find(
            one.booking(),
            courts,
            venue,
            shown ->
                wanted.isWanted(one.schedule(), one.booking(), shown.court().id())
                    && rule.isByHand(shown, one.booking()))
        .map(shown -> new HeldTime(one, shown, isClaimed));
  }
}
