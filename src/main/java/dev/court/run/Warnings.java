package dev.court.run;

import dev.court.store.Accounts;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps a person from being told the same trouble each minute. */
final class Warnings {
  private static final Duration BETWEEN = Duration.ofHours(12);

  /** For so long after a booking became due, every run says what keeps it from being made. */
  private static final Duration PRESSING = Duration.ofMinutes(5);

  private final Accounts accounts;
  private final long accountId;
  private final Instant now;

  Warnings(Accounts accounts, long accountId, Instant now) {
    this.accounts = accounts;
    this.accountId = accountId;
    this.now = now;
  }

  /** Whether to tell of a trouble; if so, that is kept. */
  boolean isNews(List<DueBooking> due) {
    boolean isNews =
        due.stream().anyMatch(this::isPressing)
            || accounts.warnedAt(accountId).map(at -> !now.isBefore(at.plus(BETWEEN))).orElse(true);
    if (isNews) {
      accounts.recordWarning(accountId, now);
    }
    return isNews;
  }

  /** There is no trouble: the next one is told at once. */
  void clear() {
    if (accounts.warnedAt(accountId).isPresent()) {
      accounts.clearWarning(accountId);
    }
  }

  private boolean isPressing(DueBooking due) {
    return due.at().plus(PRESSING).isAfter(now)
        || due.what().schedule().createdAt().plus(PRESSING).isAfter(now);
  }
}
