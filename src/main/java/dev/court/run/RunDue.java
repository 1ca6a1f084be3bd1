package dev.court.run;

import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SignInNeeded;
import dev.court.notification.BookingReport;
import dev.court.notification.NotificationPhase;
import dev.court.notification.NotificationPolicy;
import dev.court.notification.Notifier;
import dev.court.notification.ProblemReport;
import dev.court.run.shots.ShotFiles;
import dev.court.secret.Secret;
import dev.court.session.Session;
import dev.court.store.DueBooking;
import dev.court.workspace.RunLock;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Books what is due. Called each minute, often beside another run; the claims keep them apart. The
 * database is open for moments only, never while waiting.
 */
public final class RunDue {
  /** So long before an opening nothing is logged that can wait. */
  private static final Duration URGENT = Duration.ofSeconds(5);

  private final Workspace workspace;
  private final Session session;
  private final Supplier<Reservations> reservations;
  private final RunLock runLock;
  private final ShotFiles shots;
  private final Waiter waiter;
  private final Supplier<Optional<Problem>> setup;
  private final LastRun lastRun;
  private final NotificationPhase notifications;

  /**
   * A run for one account.
   *
   * @param reservations asked for only when something is due
   * @param runLock held from the first claim on; the caller ends it
   * @param shots what this run does for its bookings, and what dead ones did
   * @param setup says what is missing in the settings, if anything is
   * @param lastRun where the time of this run is noted
   * @param notifications writes the messages of the run; the caller sends them afterwards
   */
  public RunDue(
      Workspace workspace,
      Session session,
      Supplier<Reservations> reservations,
      RunLock runLock,
      ShotFiles shots,
      Waiter waiter,
      Supplier<Optional<Problem>> setup,
      LastRun lastRun,
      NotificationPhase notifications) {
    this.workspace = workspace;
    this.session = session;
    this.reservations = reservations;
    this.runLock = runLock;
    this.shots = shots;
    this.waiter = waiter;
    this.setup = setup;
    this.lastRun = lastRun;
    this.notifications = notifications;
  }

  /** What a run would take now; writes nothing and sends nothing. */
  public List<ScheduledBooking> rehearse(RunOptions options) {
    Instant now = workspace.now();
    return workspace
        .database()
        .transact(
            store ->
                new DueClaims(new RunTransaction(store, workspace.accountId(store), now), options)
                    .find().stream().map(DueBooking::what).toList());
  }

  /** Books what is due within {@code options.within()} and settles what was left unclear. */
  public RunReport run(RunOptions options) {
    return run(options, RunListener.NOBODY);
  }

  /** The same with a listener. */
  public RunReport run(RunOptions options, RunListener listener) {
    Instant now = workspace.now();
    lastRun.note(now, workspace.log());
    RunPreparation preparation =
        new RunPreparation(workspace, runLock, shots, options, setup, notifications);
    PreparedRun prepared =
        workspace.database().transact(preparation::prepare, PreparedRun::isToOutliveAPowerCut);
    prepared.endedForGood().forEach(shots::delete);
    notifications.begin(prepared.isOpeningNear());
    // What opens soon comes first: reading may take half a minute when Atrium is slow.
    RunReport executed = executed(prepared, options, now, listener);
    RunReport settled =
        new UnknownReconciler(
                workspace, runLock.owner(), session, reservations, notifications.notifier())
            .settle(prepared.unknown());
    RunReport kept =
        executed.problem().isEmpty()
            ? new SessionCare(workspace, session).keepAlive(prepared.session(), now)
            : RunReport.NOTHING;
    RunReport report = prepared.report().and(executed).and(settled).and(kept);
    new RunLog(workspace.log()).over(report);
    return report;
  }

  private RunReport executed(
      PreparedRun prepared, RunOptions options, Instant now, RunListener listener) {
    List<DueBooking> due = prepared.due();
    RunLog log = new RunLog(workspace.log());
    if (due.isEmpty()) {
      log.prepared(prepared);
      return RunReport.NOTHING;
    }
    try {
      if (isUrgent(due)) {
        workspace.log().hold();
      }
      log.prepared(prepared);
      listener.waiting(due.stream().map(DueBooking::at).sorted().toList());
      Instant deadline = options.deadline(due.get(0).at(), now);
      Secret token =
          new OpeningToken(workspace, session, waiter).get(due.get(due.size() - 1).at(), deadline);
      // From here on a request is urgent: what is logged waits until an outcome is known.
      workspace.log().hold();
      return new OpeningCoordinator(context(), token, recorder(notifications.notifier())::record)
          .all(due, options, now);
    } catch (SignInNeeded e) {
      return untried(due, new Outcome.SignInRequired(e.getMessage()), e);
    } catch (Problem e) {
      return untried(due, new Outcome.TryAgain(e.getMessage(), Duration.ZERO), e);
    } finally {
      workspace.log().release();
      listener.over();
    }
  }

  /** The first record of a process costs up to a tenth of a second, which a late booking lacks. */
  private boolean isUrgent(List<DueBooking> due) {
    Instant soon = workspace.now().plus(URGENT);
    return due.stream().anyMatch(one -> one.at().isBefore(soon));
  }

  private ExecutionContext context() {
    return new ExecutionContext(
        reservations.get(),
        session,
        workspace.venue(),
        shots,
        workspace.clock(),
        waiter,
        workspace.log().of("run"));
  }

  private OutcomeRecorder recorder(Notifier notifier) {
    return new OutcomeRecorder(workspace, runLock.owner(), shots, waiter, notifier);
  }

  /** What keeps all of them from being tried is told once, not for each. */
  private RunReport untried(List<DueBooking> due, Outcome outcome, Problem problem) {
    ExecutionResult ended = new ExecutionResult(outcome, List.of());
    OutcomeRecorder silent = recorder(Notifier.none(workspace));
    RunReport recorded =
        due.stream()
            .map(one -> silent.record(one.what(), ended))
            .reduce(RunReport.NOTHING, RunReport::and);
    ProblemReport report =
        new ProblemReport(
            problem,
            NotificationPolicy.commonProblem(
                recorded.bookings().stream().map(BookingReport::decision).toList()));
    return RunReport.of(report).and(recorded.covered());
  }
}
