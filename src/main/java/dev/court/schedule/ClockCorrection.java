package dev.court.schedule;

import dev.court.booking.BookingStatus;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.store.Bookings;
import dev.court.store.DueBookings;
import dev.court.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Puts right what runs have left in bookings and in the session whose clock was wrong, before this
 * run decides anything by its own.
 */
public final class ClockCorrection {
  private static final Set<BookingStatus> TOLD = Set.of(BookingStatus.MISSED, BookingStatus.FAILED);

  private final Store store;
  private final long accountId;
  private final Venue venue;
  private final Instant now;
  private final WrongClock rule;

  /** The correction of one run, for one account. */
  public ClockCorrection(Store store, long accountId, Venue venue, Instant now) {
    this.store = store;
    this.accountId = accountId;
    this.venue = venue;
    this.now = now;
    this.rule = new WrongClock(venue, now);
  }

  /** Returns the bookings that wait again of which a person was told that they are lost. */
  public List<ScheduledBooking> correct() {
    store.futureTimes().forgetInSession(accountId, now);
    correctNextTries();
    List<ScheduledBooking> ended =
        bookings().endedAhead(accountId, now).stream().filter(rule::hasEnded).toList();
    return ended.isEmpty() || isBehind() ? List.of() : reopened(ended);
  }

  private boolean isBehind() {
    return rule.isBehind(bookings().latestBookedOpening(accountId));
  }

  private void correctNextTries() {
    DueBookings due = store.dueBookings();
    due.postponed(accountId, now)
        .forEach(one -> rule.nextTry(one).ifPresent(next -> due.tryPostpone(one, next)));
  }

  private List<ScheduledBooking> reopened(List<ScheduledBooking> ended) {
    ended.forEach(one -> bookings().tryReopen(one.booking(), now));
    WantedNow wanted = new WantedNow(venue, store, now);
    ended.stream().map(ScheduledBooking::schedule).distinct().forEach(wanted::realign);
    return ended.stream()
        .filter(one -> TOLD.contains(one.booking().status()))
        .map(one -> bookings().find(accountId, one.booking().id()).orElseThrow())
        .filter(one -> one.booking().status() == BookingStatus.PENDING)
        .toList();
  }

  private Bookings bookings() {
    return store.bookings();
  }
}
