package dev.court.run;

import dev.court.run.opening.OpeningTokens;
import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.notification.BookingReport;
import dev.court.notification.NotificationPhase;
import dev.court.notification.NotificationPolicy;
import dev.court.notification.Notifier;
import dev.court.notification.ProblemReport;
import dev.court.run.byhand.HeldEnding;
import dev.court.run.shots.ShotFiles;
import dev.court.run.standby.Arming;
import dev.court.session.Session;
import dev.court.store.DueBooking;
import dev.court.store.HeldClaim;
import dev.court.store.Store;
import dev.court.store.StoredTokens;
import dev.court.workspace.RunProcess;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Books what is due. Called each minute, often beside another run; the claims keep them apart. The
 * database is open for moments only, never while waiting.
 */
public final class RunDue {
  /** So long before an opening nothing is logged that can wait. */
  private static final Duration URGENT = Duration.ofSeconds(5);

  /** Further ahead than any window. */
  private static final Duration AHEAD = Duration.ofDays(60);

  private final Workspace workspace;
  private final Session session;
  private final Supplier<Reservations> reservations;
  private final RunProcess process;
  private final ShotFiles shots;
  private final Function<String, Optional<Problem>> setup;
  private final NotificationPhase notifications;

  /**
   * A run for one account.
   *
   * @param reservations asked for only when something is due
   * @param shots what this run does for its bookings, and what dead ones did
   * @param setup says what is missing in the settings for the account of a name, if anything is
   * @param notifications writes the messages of the run; the caller sends them afterwards
   */
  public RunDue(
      Workspace workspace,
      Session session,
      Supplier<Reservations> reservations,
      RunProcess process,
      ShotFiles shots,
      Function<String, Optional<Problem>> setup,
      NotificationPhase notifications) {
    this.workspace = workspace;
    this.session = session;
    this.reservations = reservations;
    this.process = process;
    this.shots = shots;
    this.setup = setup;
    this.notifications = notifications;
  }

  /**
   * What a run would take now; writes nothing and sends nothing.
   *
   * @param isSetUp whether the settings allow the account of a name to book
   */
  public static List<ScheduledBooking> rehearse(
      Workspace workspace, Store store, RunOptions options, Predicate<String> isSetUp) {
    options.check(workspace, store);
    RunTransaction transaction =
        new RunTransaction(store, workspace.accountId(store), workspace.now());
    DueClaims claims = new DueClaims(transaction, options, workspace.venue(), isSetUp);
    return claims.find().due().stream().map(DueBooking::what).toList();
  }

  static Set<String> holders(PreparedRun prepared) {
    return prepared.elsewhere().stream().map(HeldClaim::run).collect(Collectors.toSet());
  }

  /** A run that has done this for bookings of its own is as warm. */
  void rehearse(PreparedRun prepared, RunOptions options) {
    if (!prepared.due().isEmpty() || prepared.session().tokens().isEmpty()) {
      return;
    }
    HeldClaim held = prepared.elsewhere().get(0);
    try (OpeningTokens tokens = tokens(new DueBooking(held.what(), held.at()))) {
      new TakeoverRehearsal(context(tokens), recorder(notifications.notifier())::record)
          .rehearse(
              held.what().booking(),
              session.accessToken(prepared.session().tokens().get()),
              options);
    } catch (RuntimeException e) {
      // What is wrong is met and told when there is something to be done.
      workspace.log().of("run").warn("standing by could not be rehearsed", e);
    }
  }

  /**
   * Goes once through what an opening needs, with the booking that opens next: Java's first time
   * takes half a second, which a booking that is added at the last moment does not have. Asks for
   * no court and changes nothing.
   */
  public void warmUp(RunOptions options) {
    try {
      Optional<UpcomingBooking> next =
          workspace.database().transact(store -> upcoming(store, workspace.now()));
      next.ifPresent(one -> rehearse(one, options));
    } catch (RuntimeException e) {
      // What is wrong is met and told when there is something to be done.
      workspace.log().of("run").debug("an opening could not be rehearsed", e);
    }
  }

  private record UpcomingBooking(DueBooking due, StoredTokens tokens) {}

  private void rehearse(UpcomingBooking next, RunOptions options) {
    try (OpeningTokens tokens = tokens(next.due())) {
      new TakeoverRehearsal(context(tokens), recorder(notifications.notifier())::record)
          .rehearse(next.due().what().booking(), session.accessToken(next.tokens()), options);
    }
  }

  /** Empty where nothing opens, or nobody is signed in whose token still lives. */
  private Optional<UpcomingBooking> upcoming(Store store, Instant now) {
    long account = workspace.usualAccountId(store);
    return store.dueBookings().due(account, now.plus(AHEAD), now).stream()
        .findFirst()
        .flatMap(
            due ->
                store
                    .tokens()
                    .find(account)
                    .filter(one -> one.outlives(now))
                    .map(one -> new UpcomingBooking(due, one)));
  }

  Workspace workspace() {
    return workspace;
  }

  /**
   * Claims what is due within {@code options.within()}; the run goes on by the steps of the result.
   */
  public BegunRun begin(RunOptions options, Instant now) {
    return new BegunRun(this, prepared(options), options, now);
  }

  /** The same within a transaction; {@link BegunRun#committed} comes after it. */
  public BegunRun begin(Store store, RunOptions options, Instant now) {
    return new BegunRun(this, preparation(options).prepare(store), options, now);
  }

  private PreparedRun prepared(RunOptions options) {
    workspace.database().checkAgain();
    PreparedRun prepared =
        workspace
            .database()
            .transact(preparation(options)::prepare, PreparedRun::isToOutliveAPowerCut);
    committed(prepared);
    return prepared;
  }

  private RunPreparation preparation(RunOptions options) {
    return new RunPreparation(
        workspace, process.lock(), shots, options, setup, session::keyProblem, notifications);
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

  void giveBack(List<DueBooking> calledOff) {
    new ClaimReturn(workspace, process.lock().owner(), shots).giveBack(calledOff);
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
        due,
        one -> options.deadline(one, now),
        context(tokens),
        recorder(notifications.notifier())::record);
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

  private ExecutionContext context(OpeningTokens tokens) {
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
