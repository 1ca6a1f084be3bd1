package dev.court.run;

import dev.court.booking.Problem;
import dev.court.session.Session;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;

/** Keeps the session alive after the bookings of a run, though nothing may be due. */
final class SessionCare {
  private final Workspace workspace;
  private final Session session;

  SessionCare(Workspace workspace, Session session) {
    this.workspace = workspace;
    this.session = session;
  }

  /**
   * Signs in again when it is time for that; the old session is refreshed all the same, since there
   * may be no new one yet.
   *
   * @param state the session as the run found it
   * @param now when the run began
   */
  RunReport keepAlive(SessionState state, Instant now) {
    RunReport signedIn = state.mustSignIn() ? tried(session::signInAgain, now) : RunReport.NOTHING;
    RunReport refreshed =
        state.mustRefresh(now) ? tried(session::keepAlive, now) : RunReport.NOTHING;
    return signedIn.problem().isPresent() ? signedIn : refreshed;
  }

  private RunReport tried(Runnable work, Instant now) {
    try {
      work.run();
      return RunReport.NOTHING;
    } catch (Problem e) {
      workspace.log().of("run").warn("the session could not be kept alive", e);
      return workspace.database().transact(store -> report(store, e, now));
    }
  }

  private RunReport report(Store store, Problem problem, Instant now) {
    RunTransaction transaction = new RunTransaction(store, workspace.usualAccountId(store), now);
    return new ObstacleWarnings(transaction).report(problem, List.of());
  }
}
