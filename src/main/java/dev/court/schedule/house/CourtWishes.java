package dev.court.schedule.house;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.CourtWish;
import dev.court.booking.OpenShot;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.alternative.OccurrenceBookings;
import dev.court.store.DueBooking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bookings of one account ask for, in the order of their precedence. */
final class CourtWishes {
  private static final Comparator<ScheduledBooking> BY_PRECEDENCE =
      Comparator.<ScheduledBooking, Instant>comparing(one -> one.booking().opening())
          .thenComparing(one -> one.booking().scheduleId())
          .thenComparing(one -> one.booking().start());

  private final Venue venue;
  private final Instant now;
  private final List<ScheduledBooking> near;
  private final Map<Long, CourtPreference> asked = new HashMap<>();
  private final Map<Long, CourtWish> wishes = new HashMap<>();
  private final List<CourtWish> settled = new ArrayList<>();
  private final List<CourtWish> flying = new ArrayList<>();
  private final List<CourtWish> open = new ArrayList<>();

  /**
   * From bookings that were read already.
   *
   * @param due those of them that are to be asked for now
   */
  CourtWishes(List<ScheduledBooking> near, List<DueBooking> due, Venue venue, Instant now) {
    this.venue = venue;
    this.now = now;
    this.near = near;
    due.forEach(one -> asked.put(one.what().booking().id(), one.courts()));
    near.stream().sorted(BY_PRECEDENCE).forEach(this::sort);
  }

  /** Of those for which Atrium holds a court, or may hold it, which is their first. */
  List<CourtWish> settled() {
    return settled;
  }

  /** Of those that a run has claimed. */
  List<CourtWish> flying() {
    return flying;
  }

  /** Of those that are to be asked for. */
  List<CourtWish> open() {
    return open;
  }

  /** Empty for a booking that wants nothing, or was not among those that were read. */
  Optional<CourtWish> of(Booking booking) {
    return Optional.ofNullable(wishes.get(booking.id()));
  }

  private void sort(ScheduledBooking one) {
    Booking booking = one.booking();
    Optional<String> held = held(booking);
    if (held.isPresent()) {
      settled.add(wish(booking, held.get()));
    } else if (booking.status() == BookingStatus.IN_FLIGHT && isKnown(booking)) {
      flying.add(wish(booking, known(booking.courts())));
    } else if (isWanted(one) && isKnown(booking)) {
      open.add(wish(booking, known(asked.getOrDefault(booking.id(), booking.courts()))));
    }
  }

  private CourtWish wish(Booking booking, String first) {
    return wish(
        booking,
        booking.status() == BookingStatus.SUCCESS
            ? List.of(first)
            : booking.courts().preferring(first).courtIds());
  }

  private CourtWish wish(Booking booking, List<String> courts) {
    CourtWish wish = CourtWish.of(booking, courts);
    wishes.put(booking.id(), wish);
    return wish;
  }

  /** The court that Atrium holds for a booking, or may hold. */
  static Optional<String> held(Booking booking) {
    return booking.status() == BookingStatus.SUCCESS
        ? Optional.ofNullable(booking.result().bookedCourtId()).or(() -> onlyCourt(booking))
        : booking.openShot().filter(open -> mayBeHeld(booking)).map(OpenShot::courtId);
  }

  /** A reservation that was imported names no court, but there may be one only. */
  private static Optional<String> onlyCourt(Booking booking) {
    List<String> ids = booking.courts().courtIds();
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  private static boolean mayBeHeld(Booking booking) {
    return booking.status() == BookingStatus.UNKNOWN || booking.status() == BookingStatus.IN_FLIGHT;
  }

  /** What waits for another try after its opening keeps nobody from a court meanwhile. */
  private boolean isWanted(ScheduledBooking one) {
    Booking booking = one.booking();
    return booking.status() == BookingStatus.PENDING
        && !one.schedule().removed()
        && !one.schedule().leavesOut(booking)
        && (asked.containsKey(booking.id()) || (lastRelease(booking).isAfter(now) && hasTurn(one)));
  }

  /**
   * A time that is tried only where others are lost takes no court away before that, and none from
   * another time of its occurrence when it is watched.
   */
  private boolean hasTurn(ScheduledBooking one) {
    if (!one.isAlternative()) {
      return !one.schedule().asked().isEither() || !one.booking().result().watched();
    }
    OccurrenceBookings all = OccurrenceBookings.among(ofSchedule(one.schedule()), one);
    boolean isWhole = all.all().get(0).start().equals(one.booking().partOf());
    return isWhole && all.hasTurn(one.booking());
  }

  private List<Booking> ofSchedule(Schedule schedule) {
    return near.stream()
        .map(ScheduledBooking::booking)
        .filter(one -> one.scheduleId() == schedule.id())
        .toList();
  }

  /** When the last of its slots is released, and with it the whole of it. */
  private Instant lastRelease(Booking booking) {
    return booking.opening().plus(booking.duration()).minus(venue.slot());
  }

  private boolean isKnown(Booking booking) {
    return !known(booking.courts()).isEmpty();
  }

  /** Those of the courts that the venue has. */
  List<String> known(CourtPreference courts) {
    return courts.courtIds().stream().filter(id -> venue.court(id).isPresent()).toList();
  }
}
