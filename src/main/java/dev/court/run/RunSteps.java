package dev.court.run;

import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.notification.BookingReport;
import dev.court.notification.NotificationPhase;
import dev.court.notification.NotificationPolicy;
import dev.court.notification.Notifier;
import dev.court.notification.ProblemReport;
import dev.court.run.byhand.HeldEnding;
import dev.court.run.opening.OpeningTokens;
import dev.court.run.shots.ShotFiles;
import dev.court.run.standby.Arming;
import dev.court.session.Session;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.workspace.RunProcess;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The single steps of a run for one account; a {@link BegunRun} takes them in their order. The
 * database is open for moments only, never while waiting.
 */
final class RunSteps {
  /** So long before an opening nothing is logged that can wait. */
  private static final Duration URGENT = Duration.ofSeconds(5);

  private final Workspace workspace;
  private final Session session;
  private final Supplier<Reservations> reservations;
  private final RunProcess process;
  private final ShotFiles shots;
  private final NotificationPhase notifications;

  RunSteps(
      Workspace workspace,
      Session session,
      Supplier<Reservations> reservations,
      RunProcess process,
      ShotFiles shots,
      NotificationPhase notifications) {
    this.workspace = workspace;
    this.session = session;
    this.reservations = reservations;
    this.process = process;
    this.shots = shots;
    this.notifications = notifications;
  }

  Workspace workspace() {
    return workspace;
  }

  Session session() {
    return session;
  }

  void committed(PreparedRun prepared) {
    prepared.endedForGood().forEach(shots::delete);
    notifications.begin(prepared.isOpeningNear());
  }

  /** A refresh goes on to its end: tokens that are lost between realm and disk end the session. */
  RunReport after(PreparedRun prepared, RunReport first, Instant now) {
    RunReport settled =
        new UnknownReconciler(
                workspace, process.lock().owner(), session, reservations, notifications.notifier())
            .settle(prepared.unknown());
    return first.problem().isPresent()
        ? settled
        : settled.and(
            process
                .stop()
                .protect(
                    () -> new SessionCare(workspace, session).keepAlive(prepared.session(), now)));
  }

  private Waiter waiter(DueBooking due) {
    return process.stop().waiter(process.waiter(), due.at());
  }

  RunReport giveBack(List<DueBooking> calledOff) {
    return new ClaimReturn(workspace, process.lock().owner(), shots, notifications.notifier())
        .giveBack(calledOff);
  }

  OpeningTokens tokens(DueBooking first) {
    return new OpeningTokens(workspace, session, waiter(first));
  }

  /** Gets the token for the bookings of a run, and puts them together with it. */
  OpeningCoordinator.Share share(
      PreparedRun prepared, RunOptions options, Instant now, OpeningTokens tokens) {
    List<DueBooking> due = prepared.due();
    Instant first = later(due.get(0).at(), now);
    Instant last = later(due.get(due.size() - 1).at(), now);
    tokens.begin(prepared.session().tokens(), first, last, options.deadline(first, now));
    // From here on a request is urgent: what is logged waits until an outcome is known.
    workspace.log().hold();
    return new OpeningCoordinator.Share(
        due, one -> options.deadline(one, now), context(tokens), recorder()::record);
  }

  /** What was not asked for, since bookings of this run had its courts. */
  RunReport lostToOwn(List<DueBooking> leftOut, RunReport report) {
    if (leftOut.isEmpty()) {
      return RunReport.NOTHING;
    }
    try {
      return workspace
          .database()
          .transactDurably(store -> lostToOwn(store).close(leftOut, report.lost()));
    } catch (Problem e) {
      // The next run finds them as they are.
      workspace.log().of("run").warn("what was not asked for could not be ended", e);
      return RunReport.NOTHING;
    }
  }

  private LostToOwn lostToOwn(Store store) {
    RunTransaction transaction =
        new RunTransaction(store, workspace.accountId(store), workspace.now());
    return new LostToOwn(
        transaction, workspace.venue(), new StatusChange(transaction, notifications.notifier()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The first record of a process costs up to a tenth of a second, which a late booking lacks. */
  boolean isUrgent(List<DueBooking> due) {
    Instant soon = workspace.now().plus(URGENT);
    return due.stream().anyMatch(one -> one.at().isBefore(soon));
  }

  ExecutionContext context(OpeningTokens tokens) {
    return new ExecutionContext(
        reservations.get(),
        session,
        tokens,
        workspace.venue(),
        shots,
        new Arming(workspace.database(), process.lock().owner().id()),
        new HeldEnding(workspace, process.lock().owner().id(), notifications.notifier()),
        workspace.clock(),
        process.waiter(),
        process.stop(),
        workspace.log().of("run"));
  }

  OutcomeRecorder recorder() {
    return recorder(notifications.notifier());
  }

  private OutcomeRecorder recorder(Notifier notifier) {
    return new OutcomeRecorder(
        workspace, process.lock().owner(), shots, process.waiter(), notifier);
  }

  /** What keeps all of them from being tried is told once, not for each. */
  RunReport untried(List<DueBooking> due, Outcome outcome, Problem problem) {
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
