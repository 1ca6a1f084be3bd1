package dev.court.run;

import dev.court.schedule.ExpiryWarning;
import dev.court.schedule.Forecasts;
import dev.court.session.SessionOutlook;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Warns of a session's end while there is time to sign in; once, not each minute. */
final class ExpiryWarnings {
  /** So long before an opening; a night, since people look at their mail in the morning. */
  static final Duration HORIZON = Duration.ofHours(12);

  private final Store store;
  private final long account;
  private final Instant now;

  ExpiryWarnings(Store store, long account, Instant now) {
    this.store = store;
    this.account = account;
    this.now = now;
  }

  /** The first opening to be warned of; if there is one, that is kept. */
  Optional<ExpiryWarning> news() {
    SessionOutlook session = Forecasts.outlook(store, account, now);
    if (!session.isOverBy(now.plus(HORIZON), now)) {
      store.accounts().clearExpiryWarning(account);
      return Optional.empty();
    }
    Instant covered = store.accounts().expiryWarnedUntil(account).orElse(Instant.MIN);
    Optional<ExpiryWarning> news =
        store.dueBookings().due(account, now.plus(HORIZON), now).stream()
            .filter(due -> session.isOverBy(due.at(), now) && isNews(due, covered))
            .findFirst()
            .map(due -> ExpiryWarning.of(due.what(), session));
    news.ifPresent(warning -> store.accounts().recordExpiryWarning(account, now.plus(HORIZON)));
    return news;
  }

  /** A warning is for all that open within the horizon, but for those that nobody knew of then. */
  private static boolean isNews(DueBooking due, Instant covered) {
    return !due.at().isBefore(covered)
        || due.what().schedule().createdAt().isAfter(covered.minus(HORIZON));
  }
}
