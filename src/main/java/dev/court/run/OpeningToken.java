package dev.court.run;

import dev.court.booking.TemporaryTrouble;
import dev.court.secret.Secret;
import dev.court.session.Session;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;

/** Gets the access token for the openings of a run. */
final class OpeningToken {
  /** A token must outlive the last opening by this, for answers that take their time. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  private final Workspace workspace;
  private final Session session;
  private final Waiter waiter;

  OpeningToken(Workspace workspace, Session session, Waiter waiter) {
    this.workspace = workspace;
    this.session = session;
    this.waiter = waiter;
  }

  /**
   * A token that is refreshed if need be. A realm that is down for a moment is asked again.
   *
   * @param last the last opening
   * @param deadline the realm is not asked again after it
   * @throws dev.court.booking.SignInNeeded when there is no session
   * @throws TemporaryTrouble when the realm is still down at the deadline
   */
  Secret get(Instant last, Instant deadline) {
    Instant now = workspace.now();
    Instant until = (last.isAfter(now) ? last : now).plus(MARGIN);
    while (true) {
      try {
        return session.accessToken(until);
      } catch (TemporaryTrouble e) {
        if (!workspace.now().plus(BETWEEN_TRIES).isBefore(deadline)) {
          throw e;
        }
        workspace.log().of("run").warn("no token yet; the realm is asked again", e);
        pause(e);
      }
    }
  }

  private void pause(TemporaryTrouble trouble) {
    try {
      waiter.sleepUntil(workspace.now().plus(BETWEEN_TRIES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw trouble;
    }
  }
}
