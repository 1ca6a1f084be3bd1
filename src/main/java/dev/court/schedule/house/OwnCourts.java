package dev.court.schedule.house;

import dev.court.booking.Allotment;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.CourtWish;
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

  private final Venue venue;
  private final Map<Long, ScheduledBooking> bookings = new HashMap<>();
  private final CourtWishes wishes;
  private final Optional<Allotment> house;
  private final Allotment allotment;

  /**
   * From bookings that were read already.
   *
   * @param near all bookings of the account around those that are to be asked for
   */
  OwnCourts(List<ScheduledBooking> near, List<DueBooking> due, Venue venue, Instant now) {
    this(near, due, venue, now, HouseCourts.NONE);
  }

  private OwnCourts(
      List<ScheduledBooking> near,
      List<DueBooking> due,
      Venue venue,
      Instant now,
      HouseCourts others) {
    this.venue = venue;
    near.forEach(one -> bookings.put(one.booking().id(), one));
    this.wishes = new CourtWishes(near, due, venue, now);
    List<CourtWish> settled = new ArrayList<>(wishes.settled());
    // What another run asks for was allotted when that run claimed it, before these.
    Allotment before = Allotment.of(settled, wishes.flying());
    wishes.flying().forEach(one -> before.settled(one).ifPresent(settled::add));
    Allotment alone = Allotment.of(settled, wishes.open());
    Optional<Allotment> all = others.allot(settled, wishes.open());
    Optional<Allotment> beside =
        all.map(one -> beside(one, settled)).filter(one -> servesAll(one, alone));
    this.house = beside.flatMap(one -> all);
    this.allotment = beside.orElse(alone);
  }

  /** What is left for the account where each of a house has what was allotted to it. */
  private Allotment beside(Allotment all, List<CourtWish> settled) {
    List<CourtWish> own = new ArrayList<>(settled);
    List<CourtWish> open = new ArrayList<>();
    for (CourtWish one : wishes.open()) {
      all.settled(one).ifPresentOrElse(own::add, () -> open.add(one));
    }
    return Allotment.of(own, open);
  }

  /** To make way for another person is to ask for another court, never for none. */
  private boolean servesAll(Allotment beside, Allotment alone) {
    return wishes.open().stream()
        .allMatch(one -> alone.courts(one).isEmpty() || !beside.courts(one).isEmpty());
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
   * The same, also beside what the other accounts of the house want.
   *
   * @param rules what counts of it
   */
  public static OwnCourts inHouse(
      Store store,
      long accountId,
      Venue venue,
      Instant now,
      HouseRules rules,
      List<DueBooking> due) {
    if (due.isEmpty()) {
      return around(store, accountId, venue, now, due);
    }
    Span span = Span.of(due.stream().map(DueBooking::what).toList());
    return new OwnCourts(
        store.bookings().between(accountId, span.from(), span.to()),
        due,
        venue,
        now,
        HouseCourts.around(store, accountId, venue, now, span.from(), span.to(), rules));
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
    if (some.isEmpty()) {
      return List.of();
    }
    Span span = Span.of(some);
    return store.bookings().between(accountId, span.from(), span.to());
  }

  /** When bookings start that can stand in the way of some. */
  private record Span(Instant from, Instant to) {
    /**
     * @param some at least one
     */
    static Span of(List<ScheduledBooking> some) {
      List<Instant> starts = some.stream().map(one -> one.booking().start()).sorted().toList();
      return new Span(starts.get(0).minus(AROUND), starts.get(starts.size() - 1).plus(AROUND));
    }
  }

  /**
   * The courts that a booking may ask for, best first, and last those that others of the house are
   * to ask for; empty when other bookings of the account have all of them.
   */
  public Optional<CourtPreference> courts(Booking booking) {
    List<String> ids =
        wishes
            .of(booking)
            .map(this::allotted)
            .orElseGet(
                () ->
                    booking.courts().courtIds().stream()
                        .filter(court -> keeper(booking, court, HAS).isEmpty())
                        .toList());
    return ids.isEmpty() ? Optional.empty() : Optional.of(new CourtPreference(ids));
  }

  private List<String> allotted(CourtWish wish) {
    return allotment.courts(wish).stream()
        .sorted(Comparator.comparing(court -> isOfAnotherPerson(wish, court)))
        .toList();
  }

  private boolean isOfAnotherPerson(CourtWish wish, String court) {
    return house
        .flatMap(all -> all.keeper(wish, court))
        .filter(keeper -> !bookings.containsKey(keeper.id()))
        .isPresent();
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
        .anyMatch(one -> CourtWishes.held(one).filter(courtId::equals).isPresent());
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
    for (String court : wishes.known(booking.courts())) {
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
