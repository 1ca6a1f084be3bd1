package dev.court.run;

import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SignInNeeded;
import dev.court.booking.TemporaryTrouble;
import dev.court.notification.NotificationPhase;
import dev.court.notification.Notifier;
import dev.court.secret.Secret;
import dev.court.session.RefreshPolicy;
import dev.court.session.Session;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.workspace.LeaseOwner;
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
  /** An access token must outlive the opening by this, for answers that take their time. */
  private static final Duration TOKEN_MARGIN = Duration.ofMinutes(5);

  private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(5);

  private final Workspace workspace;
  private final Session session;
  private final Supplier<Reservations> reservations;
  private final LeaseOwner claimant;
  private final Waiter waiter;
  private final Supplier<Optional<Problem>> setup;
  private final LastRun lastRun;
  private final NotificationPhase telling;

  /**
   * A run for one account.
   *
   * @param reservations asked for only when something is due
   * @param setup says what is missing in the settings, if anything is
   * @param lastRun where the time of this run is noted
   * @param telling tells those who are away; what is sent is for the caller to send afterwards
   */
  public RunDue(
      Workspace workspace,
      Session session,
      Supplier<Reservations> reservations,
      LeaseOwner claimant,
      Waiter waiter,
      Supplier<Optional<Problem>> setup,
      LastRun lastRun,
      NotificationPhase telling) {
    this.workspace = workspace;
    this.session = session;
    this.reservations = reservations;
    this.claimant = claimant;
    this.waiter = waiter;
    this.setup = setup;
    this.lastRun = lastRun;
    this.telling = telling;
  }

  /** What a run would take now; writes nothing and sends nothing. */
  public List<ScheduledBooking> rehearse(RunOptions options) {
    Instant now = workspace.now();
    return workspace
        .database()
        .transact(
            store ->
                store
                    .dueBookings()
                    .due(workspace.accountId(store), now.plus(options.within()), now)
                    .stream()
                    .map(DueBooking::what)
                    .filter(one -> options.admits(one.schedule().id()))
                    .toList());
  }

  /** Books what is due within {@code options.within()} and settles what was left unclear. */
  public RunReport run(RunOptions options) {
    return run(options, RunListener.NOBODY);
  }

  /** The same with somebody who looks on. */
  public RunReport run(RunOptions options, RunListener onlooker) {
    Instant now = workspace.now();
    lastRun.note(now);
    RunPreparation intake = new RunPreparation(workspace, claimant, options, setup, telling);
    RunPreparation.PreparedRun taken =
        workspace.database().transact(intake::take, RunPreparation.PreparedRun::holdsClaims);
    telling.begin();
    RunReport report = RunReport.of(taken.over()).with(taken.forewarning());
    if (taken.obstacle().isPresent()) {
      report = report.and(RunReport.of(taken.obstacle().get(), taken.isNews()));
    }
    // What opens soon comes first: reading may take half a minute when Atrium is slow.
    RunReport pursued = pursued(taken.due(), options, now, onlooker);
    RunReport settled =
        new UnknownReconciler(workspace, claimant, session, reservations, telling.tidings())
            .settle(taken.doubts());
    return report
        .and(pursued)
        .and(settled)
        .and(pursued.problem().isEmpty() ? keptAlive(taken, now) : RunReport.NOTHING);
  }

  private RunReport pursued(
      List<DueBooking> due, RunOptions options, Instant now, RunListener onlooker) {
    if (due.isEmpty()) {
      return RunReport.NOTHING;
    }
    onlooker.waiting(due.stream().map(DueBooking::at).sorted().toList());
    try {
      Secret token = tokenFor(due, RunPreparation.deadline(due.get(0).at(), now, options));
      return new OpeningCoordinator(field(), token, recording(telling.tidings())::keep)
          .all(due, options, now);
    } catch (SignInNeeded e) {
      return letGo(due, new Outcome.SignInRequired(e.getMessage()), e);
    } catch (Problem e) {
      return letGo(due, new Outcome.TryAgain(e.getMessage(), Duration.ZERO), e);
    } finally {
      onlooker.over();
    }
  }

  /** Refreshed if need be; a realm that is down for a moment is asked again until the deadline. */
  private Secret tokenFor(List<DueBooking> due, Instant deadline) {
    Instant last = due.get(due.size() - 1).at();
    Instant now = workspace.now();
    Instant until = (last.isAfter(now) ? last : now).plus(TOKEN_MARGIN);
    while (true) {
      try {
        return session.accessToken(until);
      } catch (TemporaryTrouble e) {
        if (!workspace.now().plus(BETWEEN_REFRESHES).isBefore(deadline)) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private void pause(TemporaryTrouble trouble) {
    try {
      waiter.sleepUntil(workspace.now().plus(BETWEEN_REFRESHES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw trouble;
    }
  }

  private BookingExecution.ExecutionContext field() {
    return new BookingExecution.ExecutionContext(
        reservations.get(), session, workspace.venue(), workspace.clock(), waiter);
  }

  private OutcomeRecorder recording(Notifier tidings) {
    return new OutcomeRecorder(workspace, claimant, waiter, tidings);
  }

  /** What keeps all of them from being tried is told once, not for each. */
  private RunReport letGo(List<DueBooking> due, Outcome outcome, Problem why) {
    BookingExecution.ExecutionResult ended =
        new BookingExecution.ExecutionResult(outcome, List.of());
    OutcomeRecorder silent = recording(Notifier.none(workspace));
    RunReport kept =
        due.stream()
            .map(one -> silent.keep(one.what(), ended))
            .reduce(RunReport.NOTHING, RunReport::and);
    boolean isNews = kept.told().stream().anyMatch(RunReport.BookingReport::isNews);
    return RunReport.of(why, isNews)
        .and(
            new RunReport(
                kept.told().stream()
                    .map(told -> new RunReport.BookingReport(told.what(), told.outcome(), false))
                    .toList(),
                kept.problem(),
                kept.isNews()));
  }

  /** A session near its end is refreshed all the same when there is no new one yet. */
  private RunReport keptAlive(RunPreparation.PreparedRun taken, Instant now) {
    RunReport signedIn = taken.mustSignIn() ? tried(session::signInAgain, now) : RunReport.NOTHING;
    boolean isOld = taken.tokens().filter(present -> RefreshPolicy.isDue(present, now)).isPresent();
    RunReport refreshed = isOld ? tried(session::keepAlive, now) : RunReport.NOTHING;
    return signedIn.problem().isPresent() ? signedIn : refreshed;
  }

  private RunReport tried(Runnable care, Instant now) {
    try {
      care.run();
      return RunReport.NOTHING;
    } catch (Problem e) {
      return RunReport.of(e, workspace.database().transact(store -> isNews(store, now)));
    }
  }

  private boolean isNews(Store store, Instant now) {
    return new Warnings(store.accounts(), workspace.accountId(store), now).isNews(List.of());
  }
}
