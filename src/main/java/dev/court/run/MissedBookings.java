package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.house.OwnCourts;
import java.util.List;

/** Ends pending bookings whose start has passed. */
final class MissedBookings {
  private final RunTransaction transaction;
  private final Venue venue;
  private final StatusChange change;

  MissedBookings(RunTransaction transaction, Venue venue, StatusChange change) {
    this.transaction = transaction;
    this.venue = venue;
    this.change = change;
  }

  /** Those that nobody wanted any more are not in the report. */
  RunReport mark() {
    RunReport report = RunReport.NOTHING;
    List<ScheduledBooking> over =
        transaction
            .store()
            .bookings()
            .startedBefore(transaction.accountId(), transaction.now(), BookingStatus.PENDING);
    OwnCourts own =
        OwnCourts.beside(
            transaction.store(), transaction.accountId(), venue, transaction.now(), over);
    for (ScheduledBooking past : over) {
      report = report.and(mark(past, own));
    }
    return report;
  }

  private RunReport mark(ScheduledBooking past, OwnCourts own) {
    Booking booking = past.booking();
    if (past.schedule().removed()) {
      move(booking, BookingStatus.CANCELLED, null);
      return RunReport.NOTHING;
    }
    if (past.schedule().leavesOut(booking)) {
      move(booking, BookingStatus.SKIPPED, null);
      return RunReport.NOTHING;
    }
    String reason = reason(past, own);
    return move(booking, BookingStatus.MISSED, reason)
        ? change.report(booking, new Outcome.Missed(reason))
        : RunReport.NOTHING;
  }

  private boolean move(Booking booking, BookingStatus status, String reason) {
    return transaction.store().bookings().tryChangeStatus(booking, status, reason);
  }

  /** It may not have been asked for since another booking of the account might have its courts. */
  private static String reason(ScheduledBooking past, OwnCourts own) {
    String last = past.booking().result().lastError();
    return last == null
        ? own.reason(past.booking(), OwnCourts.MAY_HAVE)
            .orElse("no run came between its opening and its start")
        : last;
  }
}
