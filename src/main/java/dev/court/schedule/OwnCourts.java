package dev.court.schedule;

import dev.court.booking.Allotment;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.CourtWish;
import dev.court.booking.OpenShot;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of its courts each booking of an account may ask for, beside the other bookings of the same
 * account: no two of them ask for the same court at the same time. All of them count, also those
 * that another run has claimed, so that each run comes to the same allotment.
 */
public final class OwnCourts {
  /** Bookings that meet others by way of further ones are no further away than this. */
  static final Duration AROUND = Duration.ofHours(12);

  /** Atrium holds a reservation for it. */
  public static final Set<BookingStatus> HAS = Set.of(BookingStatus.SUCCESS);

  /** Atrium may hold one. */
  public static final Set<BookingStatus> MAY_HAVE =
      Set.of(BookingStatus.SUCCESS, BookingStatus.UNKNOWN, BookingStatus.IN_FLIGHT);

  private static final Comparator<ScheduledBooking> BY_PRECEDENCE =
      Comparator.<ScheduledBooking, Instant>comparing(one -> one.booking().opening())
          .thenComparing(one -> one.booking().scheduleId())
          .thenComparing(one -> one.booking().start());

  private final Venue venue;
  private final Instant now;
  private final Map<Long, ScheduledBooking> bookings = new HashMap<>();
  private final Map<Long, CourtWish> wishes = new HashMap<>();
  private final Map<Long, CourtPreference> asked = new HashMap<>();
  private final Allotment allotment;

  /**
   * From bookings that were read already.
   *
   * @param near all bookings of the account around those that are to be asked for
   */
  OwnCourts(List<ScheduledBooking> near, List<DueBooking> due, Venue venue, Instant now) {
    this.venue = venue;
    this.now = now;
    near.forEach(one -> bookings.put(one.booking().id(), one));
    due.forEach(one -> asked.put(one.what().booking().id(), one.courts()));
    List<CourtWish> settled = new ArrayList<>();
    List<CourtWish> flying = new ArrayList<>();
    List<CourtWish> open = new ArrayList<>();
    near.stream().sorted(BY_PRECEDENCE).forEach(one -> sort(one, settled, flying, open));
    // What another run asks for was allotted when that run claimed it, before these.
    Allotment before = Allotment.of(settled, flying);
    flying.forEach(one -> before.settled(one).ifPresent(settled::add));
    this.allotment = Allotment.of(settled, open);
  }

  /**
   * What the database says of the bookings around some that are to be asked for.
   *
   * @param due with the order of courts in which each would like to ask
   */
  public static OwnCourts around(
      Store store, long accountId, Venue venue, Instant now, List<DueBooking> due) {
    return new OwnCourts(
        near(store, accountId, due.stream().map(DueBooking::what).toList()), due, venue, now);
  }

  /**
   * The same around some that are not asked for, to tell what keeps each of them from its courts.
   * It is read once for all of them, since there may be hundreds.
   */
  public static OwnCourts beside(
      Store store, long accountId, Venue venue, Instant now, List<ScheduledBooking> unasked) {
    return new OwnCourts(near(store, accountId, unasked), List.of(), venue, now);
  }

  private static List<ScheduledBooking> near(
      Store store, long accountId, List<ScheduledBooking> some) {
    List<Instant> starts = some.stream().map(one -> one.booking().start()).sorted().toList();
    return starts.isEmpty()
        ? List.of()
        : store
            .bookings()
            .between(
                accountId, starts.get(0).minus(AROUND), starts.get(starts.size() - 1).plus(AROUND));
  }

  private void sort(
      ScheduledBooking one, List<CourtWish> settled, List<CourtWish> flying, List<CourtWish> open) {
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
  private static Optional<String> held(Booking booking) {
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
        && (asked.containsKey(booking.id()) || lastRelease(booking).isAfter(now));
  }

  /** When the last of its slots is released, and with it the whole of it. */
  private Instant lastRelease(Booking booking) {
    return booking.opening().plus(booking.duration()).minus(venue.slot());
  }

  private boolean isKnown(Booking booking) {
    return !known(booking.courts()).isEmpty();
  }

  private List<String> known(CourtPreference courts) {
    return courts.courtIds().stream().filter(id -> venue.court(id).isPresent()).toList();
  }

  /**
   * The courts that a booking may ask for, best first; empty when other bookings of the account
   * have all of them.
   */
  public Optional<CourtPreference> courts(Booking booking) {
    CourtWish wish = wishes.get(booking.id());
    List<String> ids =
        wish == null
            ? booking.courts().courtIds().stream()
                .filter(court -> keeper(booking, court, HAS).isEmpty())
                .toList()
            : allotment.courts(wish);
    return ids.isEmpty() ? Optional.empty() : Optional.of(new CourtPreference(ids));
  }

  /**
   * The courts on which a reservation can be the booking's own; empty when others have all of them.
   * A request whose answer was lost may have come second to another booking of the account.
   */
  public Optional<CourtPreference> courtsOfOwn(Booking booking) {
    return courts(booking)
        .map(
            courts ->
                courts.courtIds().stream()
                    .filter(court -> !isBookedByAnother(booking, court))
                    .toList())
        .filter(ids -> !ids.isEmpty())
        .map(CourtPreference::new);
  }

  private boolean isBookedByAnother(Booking booking, String courtId) {
    return bookings.values().stream()
        .map(ScheduledBooking::booking)
        .filter(one -> one.id() != booking.id() && one.overlaps(booking))
        .filter(one -> one.status() == BookingStatus.SUCCESS)
        .anyMatch(one -> held(one).filter(courtId::equals).isPresent());
  }

  /** Like {@link #keeper(Booking, String)}, if it has one of these statuses. */
  public Optional<ScheduledBooking> keeper(
      Booking booking, String courtId, Set<BookingStatus> statuses) {
    return keeper(booking, courtId).filter(one -> statuses.contains(one.booking().status()));
  }

  /**
   * Why a booking has nothing to win, in one line.
   *
   * @param statuses of the bookings that count
   * @return empty when there is a court that no such booking keeps it from
   */
  public Optional<String> reason(Booking booking, Set<BookingStatus> statuses) {
    OwnCourtWords words = new OwnCourtWords(venue);
    for (String court : known(booking.courts())) {
      Optional<ScheduledBooking> keeper = keeper(booking, court, statuses);
      if (keeper.isEmpty()) {
        return Optional.empty();
      }
      words.add(court, keeper.get());
    }
    return Optional.of(words.inOneLine()).filter(line -> !line.isEmpty());
  }

  /** The other booking of the account that keeps one from a court; empty when none does. */
  public Optional<ScheduledBooking> keeper(Booking booking, String courtId) {
    return allotment
        .keeper(CourtWish.of(booking, List.of(courtId)), courtId)
        .map(wish -> bookings.get(wish.id()));
  }
}
