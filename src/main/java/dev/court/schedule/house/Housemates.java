package dev.court.schedule.house;

import dev.court.booking.Attempt;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * Says which other account of the house has a court that a booking found taken, or is asking for it
 * at the same moment. In a club, whose members do not know of each other, nobody is named.
 */
public final class Housemates {
  private final Store store;
  private final Venue venue;

  public Housemates(Store store, Venue venue) {
    this.store = store;
    this.venue = venue;
  }

  /**
   * One of them, in words such as "account eve booked Court 1".
   *
   * @param attempts all requests that went out for the booking
   */
  public Optional<String> words(ScheduledBooking what, List<Attempt> attempts) {
    List<String> taken = Attempt.takenCourts(attempts);
    if (taken.isEmpty() || !store.busyAccounts().isHouse()) {
      return Optional.empty();
    }
    List<ScheduledBooking> others = others(what);
    return taken.stream()
        .flatMap(court -> booked(others, court).stream())
        .findFirst()
        .or(() -> taken.stream().flatMap(court -> asking(others, court).stream()).findFirst());
  }

  private List<ScheduledBooking> others(ScheduledBooking what) {
    Booking booking = what.booking();
    return store
        .bookings()
        .ofOthers(
            what.schedule().accountId(),
            booking.start().minus(OwnCourts.AROUND),
            booking.start().plus(OwnCourts.AROUND))
        .stream()
        .filter(one -> one.booking().overlaps(booking))
        .toList();
  }

  private Optional<String> booked(List<ScheduledBooking> others, String court) {
    return others.stream()
        .filter(one -> one.booking().status() == BookingStatus.SUCCESS)
        .filter(one -> CourtWishes.held(one.booking()).filter(court::equals).isPresent())
        .findFirst()
        .flatMap(one -> words(one, "booked", court));
  }

  /** Its outcome may come a moment later than that of the booking which lost. */
  private Optional<String> asking(List<ScheduledBooking> others, String court) {
    return others.stream()
        .filter(one -> one.booking().status() == BookingStatus.IN_FLIGHT)
        .filter(one -> one.booking().courts().courtIds().contains(court))
        .findFirst()
        .flatMap(one -> words(one, "asks for", court));
  }

  private Optional<String> words(ScheduledBooking other, String verb, String court) {
    return store
        .accounts()
        .name(other.schedule().accountId())
        .map(name -> "account %s %s %s".formatted(name, verb, venue.courtName(court)));
  }
}
