package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives up bookings whose watch is over: a machine that slept through the last try does not ask for
 * a court that nobody wants any more.
 */
final class EndedWatches {
  /** A run that starts a moment after the end of a watch still makes the last try. */
  private static final Duration LAST_TRY = Duration.ofSeconds(60);

  private final RunTransaction transaction;
  private final Duration notice;
  private final StatusChange change;

  /**
   * The step of one run.
   *
   * @param notice a court is not wanted later than this before its start
   */
  EndedWatches(RunTransaction transaction, Duration notice, StatusChange change) {
    this.transaction = transaction;
    this.notice = notice;
    this.change = change;
  }

  RunReport close() {
    RunReport report = RunReport.NOTHING;
    for (ScheduledBooking watched :
        transaction.store().bookings().watched(transaction.accountId())) {
      if (isOver(watched)) {
        report = report.and(close(watched.booking()));
      }
    }
    return report;
  }

  private boolean isOver(ScheduledBooking watched) {
    Optional<Instant> end = watched.watchEnd(notice);
    return !watched.schedule().removed()
        && !watched.schedule().leavesOut(watched.booking())
        && end.filter(transaction.now().minus(LAST_TRY)::isBefore).isEmpty();
  }

  private RunReport close(Booking booking) {
    String reason = booking.result().lastError();
    return transaction.store().bookings().tryChangeStatus(booking, BookingStatus.FAILED, reason)
        ? change.report(booking, new Outcome.Lost(reason, true))
        : RunReport.NOTHING;
  }
}
