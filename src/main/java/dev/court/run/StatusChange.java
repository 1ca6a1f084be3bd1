package dev.court.run;

import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.Outcome;
import dev.court.booking.Schedule;
import dev.court.booking.ScheduledBooking;
import dev.court.notification.BookingReport;
import dev.court.notification.Notifier;
import dev.court.schedule.alternative.OccurrenceBookings;
import dev.court.schedule.alternative.PassedOnLosses;
import java.util.Optional;

/** Reports a booking whose status the first transaction of a run changed. */
final class StatusChange {
  private final RunTransaction transaction;
  private final Notifier notifier;

  StatusChange(RunTransaction transaction, Notifier notifier) {
    this.transaction = transaction;
    this.notifier = notifier;
  }

  /** The report of a time that was lost before, and is told now. */
  static BookingReport ofLoss(Schedule schedule, Booking lost) {
    String reason = lost.result().lastError();
    Outcome loss =
        lost.status() == BookingStatus.MISSED
            ? new Outcome.Missed(reason)
            : new Outcome.Lost(reason);
    return BookingReport.of(new ScheduledBooking(schedule, lost), loss, lost);
  }

  /** Writes the messages for it too; a loss is told with the last time of its occurrence. */
  RunReport report(Booking before, Outcome outcome) {
    ScheduledBooking after =
        transaction.store().bookings().find(transaction.accountId(), before.id()).orElseThrow();
    Outcome told =
        after.schedule().asked().isEither()
            ? OccurrenceBookings.of(transaction.store(), after)
                .passedOn(after.booking(), outcome, transaction.now())
            : outcome;
    if (told instanceof Outcome.PassedOn passed && passed.to().isEmpty()) {
      return RunReport.NOTHING;
    }
    BookingReport report = BookingReport.of(after, told, before);
    return RunReport.of(report, notifier.outcome(transaction.store(), report, transaction.now()));
  }

  /** What is to be told of another time that was lost, where nobody wants a booking any more. */
  RunReport ofLossBeside(ScheduledBooking given) {
    return ofLoss(given, PassedOnLosses.leftBeside(transaction.store(), given, transaction.now()));
  }

  /**
   * The same for a claim of this run.
   *
   * @param claimed its schedule when this run claimed it
   */
  RunReport ofLossBeside(Schedule claimed, ScheduledBooking given) {
    return ofLoss(
        given, PassedOnLosses.leftBeside(transaction.store(), claimed, given, transaction.now()));
  }

  private RunReport ofLoss(ScheduledBooking given, Optional<Booking> left) {
    return left.map(lost -> ofLoss(given.schedule(), lost))
        .map(
            loss ->
                RunReport.of(loss, notifier.outcome(transaction.store(), loss, transaction.now())))
        .orElse(RunReport.NOTHING);
  }
}
