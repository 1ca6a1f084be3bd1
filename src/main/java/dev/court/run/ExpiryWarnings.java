package dev.court.run;

import dev.court.notification.NotificationPolicy;
import dev.court.notification.Notifier;
import dev.court.schedule.ExpiryWarning;
import dev.court.schedule.Forecasts;
import dev.court.session.SessionOutlook;
import dev.court.store.Accounts;
import java.time.Instant;
import java.util.Optional;

/** Warns of the end of a session while there is time to sign in: once, not each minute. */
final class ExpiryWarnings {
  private final RunTransaction transaction;
  private final Notifier notifier;

  ExpiryWarnings(RunTransaction transaction, Notifier notifier) {
    this.transaction = transaction;
    this.notifier = notifier;
  }

  /** Warns of the first opening that the session does not outlive, and remembers that. */
  RunReport warn() {
    SessionOutlook session =
        Forecasts.outlook(transaction.store(), transaction.accountId(), transaction.now());
    if (!session.isOverBy(horizon(), transaction.now())) {
      accounts().clearExpiryWarning(transaction.accountId());
      return RunReport.NOTHING;
    }
    return find(session).map(this::told).orElse(RunReport.NOTHING);
  }

  private Optional<ExpiryWarning> find(SessionOutlook session) {
    Optional<Instant> coveredUntil = accounts().expiryWarnedUntil(transaction.accountId());
    return transaction
        .store()
        .dueBookings()
        .due(transaction.accountId(), horizon(), transaction.now())
        .stream()
        .filter(due -> session.isOverBy(due.at(), transaction.now()))
        .filter(due -> NotificationPolicy.sessionEnd(due, coveredUntil).isTold())
        .findFirst()
        .map(due -> ExpiryWarning.of(due.what(), session));
  }

  private RunReport told(ExpiryWarning warning) {
    accounts().recordExpiryWarning(transaction.accountId(), horizon());
    return RunReport.of(warning, notifier.sessionEnd(transaction.store(), warning));
  }

  private Instant horizon() {
    return transaction.now().plus(NotificationPolicy.EXPIRY_HORIZON);
  }

  private Accounts accounts() {
    return transaction.store().accounts();
  }
}
