package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Strategy;
import dev.court.booking.Venue;
import dev.court.run.shots.ShotFiles;
import dev.court.schedule.WantedNow;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Finds the bookings that are due, and claims them for a run. */
final class DueClaims {
  /** A claim lasts this much longer than the last request, for answers and readings. */
  private static final Duration TO_SETTLE = Duration.ofSeconds(60);

  private final RunTransaction transaction;
  private final RunOptions options;
  private final WantedNow wanted;

  DueClaims(RunTransaction transaction, RunOptions options, Venue venue) {
    this.transaction = transaction;
    this.options = options;
    this.wanted = new WantedNow(venue, transaction.store(), transaction.now());
  }

  /** By the instant of their next try. */
  List<DueBooking> find() {
    Instant horizon = transaction.now().plus(options.within());
    return transaction
        .store()
        .dueBookings()
        .due(transaction.accountId(), horizon, transaction.now())
        .stream()
        .filter(one -> options.admits(one.what().schedule().id()) && isWanted(one))
        .toList();
  }

  /**
   * What has an open shot is as it was when it was shot; the person may want something else now.
   */
  private boolean isWanted(DueBooking due) {
    ScheduledBooking what = due.what();
    return what.booking()
        .openShot()
        .map(open -> wanted.isWanted(what.schedule(), what.booking(), open.courtId()))
        .orElse(true);
  }

  /**
   * Claims each booking that no other run has claimed meanwhile. The shot files are on the disk
   * before the claims are.
   *
   * @param run the id of the run that claims
   * @throws dev.court.booking.SetupProblem when a shot file cannot be written
   */
  List<DueBooking> claim(List<DueBooking> due, String run, ShotFiles shots) {
    List<DueBooking> claimed = due.stream().filter(one -> isTaken(one, run)).toList();
    claimed.forEach(one -> shots.begin(one.what().booking(), run));
    return claimed.stream().map(this::besideItsSiblings).toList();
  }

  private boolean isTaken(DueBooking due, String run) {
    Instant until = options.deadline(due.at(), transaction.now()).plus(TO_SETTLE);
    return transaction.store().claims().tryClaim(due.what().booking(), due.at(), run, until);
  }

  /** Players do not want to change courts in the middle of an occurrence. */
  private DueBooking besideItsSiblings(DueBooking due) {
    if (due.what().schedule().asked().strategy() != Strategy.SPLIT) {
      return due;
    }
    Booking booking = due.what().booking();
    List<Booking> siblings = transaction.store().bookings().siblings(booking);
    return SplitCoordination.courtOfNearest(booking, siblings).map(due::preferring).orElse(due);
  }
}
