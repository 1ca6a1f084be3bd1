package dev.court.cli;

import dev.court.schedule.AccountView;
import dev.court.session.SessionOutlook;
import java.time.Instant;

/**
 * The session of an account at this moment.
 *
 * @param word {@code alive}, {@code untried}, {@code run-out}, {@code ended} or {@code signed-out}
 * @param until when it ends unless it is refreshed; null where that is not known, or it has ended
 */
record AccountSession(String word, Instant until) {

  static AccountSession of(AccountView view, Instant now) {
    SessionOutlook session = view.session();
    return switch (session.state()) {
      case SIGNED_OUT -> new AccountSession("signed-out", null);
      case ENDED -> new AccountSession("ended", null);
      case UNTRIED -> live("untried", session, now);
      case LIVE -> live("alive", session, now);
    };
  }

  private static AccountSession live(String word, SessionOutlook session, Instant now) {
    Instant until = earlier(session.refreshExpiry(), session.end());
    return until == null || until.isAfter(now)
        ? new AccountSession(word, until)
        : new AccountSession("run-out", null);
  }

  private static Instant earlier(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
