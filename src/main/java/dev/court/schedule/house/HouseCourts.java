package dev.court.schedule.house;

import dev.court.booking.Allotment;
import dev.court.booking.CourtWish;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.alternative.Turns;
import dev.court.session.SignInReadiness;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the other accounts of a house want at the time of some bookings. Two people of one house do
 * not ask for the same court at the same time when another one would do for one of them; who was
 * added first goes first. In a club, whose members do not know of each other, nobody makes way.
 */
final class HouseCourts {
  /** For bookings beside which no other account wants anything. */
  static final HouseCourts NONE = new HouseCourts(List.of(), List.of(), List.of());

  private final List<CourtWish> settled;
  private final List<CourtWish> before;
  private final List<CourtWish> after;

  private HouseCourts(List<CourtWish> settled, List<CourtWish> before, List<CourtWish> after) {
    this.settled = settled;
    this.before = before;
    this.after = after;
  }

  /**
   * Reads it.
   *
   * @param from bookings that start earlier do not count
   * @param to neither do those that start then or later
   * @param rules what counts of it
   */
  static HouseCourts around(
      Store store,
      long accountId,
      Venue venue,
      Instant now,
      Instant from,
      Instant to,
      HouseRules rules) {
    if (!store.busyAccounts().isHouse()) {
      return NONE;
    }
    try {
      return read(
          store, accountId, venue, now, store.bookings().ofOthers(accountId, from, to), rules);
    } catch (RuntimeException e) {
      if (e instanceof Problem && !(e instanceof InvalidRequest)) {
        throw e;
      }
      // A row of another account that cannot be read is told in the run of that account.
      return NONE;
    }
  }

  private static HouseCourts read(
      Store store,
      long accountId,
      Venue venue,
      Instant now,
      List<ScheduledBooking> ofOthers,
      HouseRules rules) {
    Map<Long, List<ScheduledBooking>> others =
        ofOthers.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.schedule().accountId(), TreeMap::new, Collectors.toList()));
    List<CourtWish> settled = new ArrayList<>();
    List<CourtWish> before = new ArrayList<>();
    List<CourtWish> after = new ArrayList<>();
    others.forEach(
        (other, near) -> {
          List<DueBooking> due =
              new Turns(store, now, rules.horizon())
                  .among(store.dueBookings().due(other, rules.horizon(), now), Set.of());
          CourtWishes wishes = new CourtWishes(near, due, venue, now);
          settled.addAll(wishes.settled());
          if (canBook(store, other, rules, now)) {
            List<CourtWish> open = other < accountId ? before : after;
            open.addAll(wishes.flying());
            open.addAll(wishes.open());
          }
        });
    return new HouseCourts(settled, before, after);
  }

  /** Nobody makes way for an account whose session has ended, or that has no occupant id. */
  private static boolean canBook(Store store, long account, HouseRules rules, Instant now) {
    boolean isSignedIn =
        store.tokens().find(account).filter(one -> one.ended() == null).isPresent()
            || SignInReadiness.of(store, account, now).isPossible();
    return isSignedIn && store.accounts().name(account).filter(rules.isSetUp()).isPresent();
  }

  /**
   * One allotment for the whole house; empty where the account has it to itself.
   *
   * @param own what the account has, or may have
   * @param open what it would like to ask for
   */
  Optional<Allotment> allot(List<CourtWish> own, List<CourtWish> open) {
    return settled.isEmpty() && before.isEmpty() && after.isEmpty()
        ? Optional.empty()
        : Optional.of(Allotment.of(joined(own, settled), joined(before, open, after)));
  }

  @SafeVarargs
  private static List<CourtWish> joined(List<CourtWish>... some) {
    List<CourtWish> all = new ArrayList<>();
    for (List<CourtWish> one : some) {
      all.addAll(one);
    }
    return all;
  }
}
