package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.Venue;
import dev.court.schedule.OwnCourts;
import dev.court.store.DueBooking;
import java.util.List;
import java.util.Optional;

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
    String reason = reason(past);
    return move(booking, BookingStatus.MISSED, reason)
        ? change.report(booking, new Outcome.Missed(reason))
        : RunReport.NOTHING;
  }

  private boolean move(Booking booking, BookingStatus status, String reason) {
    return transaction.store().bookings().tryChangeStatus(booking, status, reason);
  }

  private String reason(ScheduledBooking past) {
    String last = past.booking().result().lastError();
    return last == null
        ? leftOut(past).orElse("no run came between its opening and its start")
        : last;
  }

  /** It was not asked for while another booking of the account might have its courts. */
  private Optional<String> leftOut(ScheduledBooking past) {
    return OwnCourts.around(
            transaction.store(),
            transaction.accountId(),
            venue,
            transaction.now(),
            List.of(new DueBooking(past, past.booking().opening())))
        .reason(past.booking(), OwnCourts.MAY_HAVE);
  }
}
