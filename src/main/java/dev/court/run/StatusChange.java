package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.booking.ScheduledBooking;
import dev.court.notification.BookingReport;
import dev.court.notification.Notifier;

/** Reports a booking whose status the first transaction of a run changed. */
final class StatusChange {
  private final RunTransaction transaction;
  private final Notifier notifier;

  StatusChange(RunTransaction transaction, Notifier notifier) {
    this.transaction = transaction;
    this.notifier = notifier;
  }

  /** Writes the messages for it too. */
  RunReport report(Booking before, Outcome outcome) {
    ScheduledBooking after =
        transaction.store().bookings().find(transaction.accountId(), before.id()).orElseThrow();
    BookingReport report = BookingReport.of(after, outcome, before);
    return RunReport.of(report, notifier.outcome(transaction.store(), report, transaction.now()));
  }
}
