package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;

/** Ends pending bookings whose start has passed. */
final class MissedBookings {
  private final RunTransaction transaction;
  private final StatusChange change;

  MissedBookings(RunTransaction transaction, StatusChange change) {
    this.transaction = transaction;
    this.change = change;
  }

  /** Those that nobody wanted any more are not in the report. */
  RunReport mark() {
    RunReport report = RunReport.NOTHING;
    for (ScheduledBooking past :
        transaction
            .store()
            .bookings()
            .startedBefore(transaction.accountId(), transaction.now(), BookingStatus.PENDING)) {
      report = report.and(mark(past));
    }
    return report;
  }

  private RunReport mark(ScheduledBooking past) {
    Booking booking = past.booking();
    if (past.schedule().removed()) {
      move(booking, BookingStatus.CANCELLED, null);
      return RunReport.NOTHING;
    }
    if (past.schedule().leavesOut(booking)) {
      move(booking, BookingStatus.SKIPPED, null);
      return RunReport.NOTHING;
    }
    String reason = reason(booking);
    return move(booking, BookingStatus.MISSED, reason)
        ? change.report(booking, new Outcome.Missed(reason))
        : RunReport.NOTHING;
  }

  private boolean move(Booking booking, BookingStatus status, String reason) {
    return transaction.store().bookings().tryChangeStatus(booking, status, reason);
  }

  private static String reason(Booking booking) {
    String last = booking.result().lastError();
    return last == null ? "no run came between its opening and its start" : last;
  }
}
