package dev.court.run;

import dev.court.booking.Problem;
import dev.court.notification.NotificationDecision;
import dev.court.notification.NotificationPolicy;
import dev.court.notification.ProblemReport;
import dev.court.store.Accounts;
import dev.court.store.DueBooking;
import java.util.List;

/** Remembers when a person was told of an obstacle, so that not every run tells it again. */
final class ObstacleWarnings {
  private final RunTransaction transaction;

  ObstacleWarnings(RunTransaction transaction) {
    this.transaction = transaction;
  }

  /**
   * Reports an obstacle, and remembers it if it is told.
   *
   * @param due the bookings that cannot be made for it
   */
  RunReport report(Problem problem, List<DueBooking> due) {
    NotificationDecision decision = decide(due);
    if (decision.isTold()) {
      accounts().recordWarning(transaction.accountId(), transaction.now());
    }
    return RunReport.of(new ProblemReport(problem, decision));
  }

  private NotificationDecision decide(List<DueBooking> due) {
    return NotificationPolicy.obstacle(
        accounts().warnedAt(transaction.accountId()), due, transaction.now());
  }

  /** There is no obstacle any more: the next one is told at once. */
  void forget() {
    if (accounts().warnedAt(transaction.accountId()).isPresent()) {
      accounts().clearWarning(transaction.accountId());
    }
  }

  private Accounts accounts() {
    return transaction.store().accounts();
  }
}
