package dev.court.run;

import dev.court.booking.Answer;
import dev.court.booking.Booking;
import dev.court.booking.BookingStatus;
import dev.court.booking.CourtPreference;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.notification.NotificationPhase;
import dev.court.notification.NotificationPolicy;
import dev.court.notification.Notifier;
import dev.court.run.shots.ShotFiles;
import dev.court.schedule.BookingMaterializer;
import dev.court.schedule.ClockCorrection;
import dev.court.schedule.WantedNow;
import dev.court.schedule.alternative.LetGo;
import dev.court.schedule.house.OwnCourts;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.store.UnsettledBooking;
import dev.court.workspace.RunLock;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The first transaction of a run: puts right what dead runs left, fills the series, ends what is
 * over, and claims what is due. With nothing due, it is all that a run does with the database.
 */
final class RunPreparation {
  private final Workspace workspace;
  private final RunLock runLock;
  private final ShotFiles shots;
  private final RunOptions options;
  private final Function<String, Optional<Problem>> setup;
  private final Supplier<Optional<Problem>> key;
  private final NotificationPhase notifications;

  /**
   * The preparation of one run.
   *
   * @param setup says what is missing in the settings for the account of a name, if anything is
   * @param key says what keeps the key of the tokens from being read, if anything does
   */
  RunPreparation(
      Workspace workspace,
      RunLock runLock,
      ShotFiles shots,
      RunOptions options,
      Function<String, Optional<Problem>> setup,
      Supplier<Optional<Problem>> key,
      NotificationPhase notifications) {
    this.workspace = workspace;
    this.runLock = runLock;
    this.shots = shots;
    this.options = options;
    this.setup = setup;
    this.key = key;
    this.notifications = notifications;
  }

  PreparedRun prepare(Store store) {
    RunTransaction transaction =
        new RunTransaction(store, workspace.usualAccountId(store), workspace.now());
    options.check(workspace, store);
    StatusChange change = new StatusChange(transaction, notifier());
    ClaimRecovery recovery =
        new ClaimRecovery(
            transaction,
            runLock.owner(),
            shots,
            new OutcomeMapper(workspace.venue(), transaction.now()),
            change,
            new RunLog(workspace.log()));
    RecoveredClaims recovered = recovery.recover();
    RunReport aligned = align(transaction, recovered, change);
    new BookingMaterializer(workspace.venue(), store, transaction.now())
        .materializeAll(transaction.accountId());
    RunReport corrected = corrected(transaction);
    new LetGo(store).all(transaction.accountId());
    RunReport ended =
        new EndedWatches(transaction, workspace.venue().notice(), change)
            .close()
            .and(new MissedBookings(transaction, workspace.venue(), change).mark());
    return claimed(
        transaction,
        recovery,
        recovered,
        recovered.report().and(aligned).and(corrected).and(ended));
  }

  /** What runs have left whose clock was wrong, before this one decides anything by its own. */
  private RunReport corrected(RunTransaction transaction) {
    Store store = transaction.store();
    Instant now = transaction.now();
    store
        .futureTimes()
        .forgetWarnings(transaction.accountId(), now, now.plus(NotificationPolicy.EXPIRY_HORIZON));
    notifier().forgetFutureTimes(store, now);
    List<ScheduledBooking> waiting =
        new ClockCorrection(store, transaction.accountId(), workspace.venue(), now).correct();
    if (waiting.isEmpty()) {
      return RunReport.NOTHING;
    }
    new RunLog(workspace.log()).reopened(waiting.size());
    return RunReport.reopened(waiting.size(), notifier().reopened(store, waiting));
  }

  /** The person may have changed a schedule while a run that died held its booking. */
  private RunReport align(
      RunTransaction transaction, RecoveredClaims recovered, StatusChange change) {
    WantedNow wanted = new WantedNow(workspace.venue(), transaction.store(), transaction.now());
    return recovered.claims().stream()
        .filter(one -> one.outcome().status() == BookingStatus.PENDING)
        .map(one -> wanted.align(transaction.accountId(), one.before().id()))
        .map(change::ofLossBeside)
        .reduce(RunReport.NOTHING, RunReport::and);
  }

  private PreparedRun claimed(
      RunTransaction transaction,
      ClaimRecovery recovery,
      RecoveredClaims recovered,
      RunReport ended) {
    DueClaims claims =
        new DueClaims(transaction, options, workspace.venue(), name -> setup.apply(name).isEmpty());
    DueClaims.Allotted allotted = claims.find();
    List<DueBooking> due = allotted.all();
    List<UnknownReconciler.Candidate> unknown = unknown(transaction, recovered);
    SessionState session = SessionState.read(transaction, workspace.account());
    boolean isIdle = due.isEmpty() && unknown.isEmpty() && !hasPending(transaction);
    Optional<Problem> obstacle =
        (isIdle
                ? Optional.<Problem>empty()
                : setup.apply(workspace.account()).or(session::obstacle))
            .or(() -> session.obstacleOf(key));
    RunReport warned = warned(transaction, obstacle, due, session);
    DueClaims.ClaimedBookings taken =
        obstacle.isEmpty() ? claim(claims, allotted.due()) : DueClaims.ClaimedBookings.NONE;
    List<DueBooking> claimed = taken.held();
    RunReport lost =
        new LostToOwn(transaction, workspace.venue(), new StatusChange(transaction, notifier()))
            .close(allotted.leftOut(), List.of());
    boolean isDoubtTold = tellDoubts(transaction, recovered, claimed);
    NotificationPhase.Found found = notifications.look(transaction.store(), transaction.now());
    return new PreparedRun(
        ended
            .and(lost)
            .and(warned)
            .and(taken.report())
            .andMessages(isDoubtTold || found.hasMessages()),
        claimed.stream().map(one -> one.with(recovered.inFlight(one.what().booking()))).toList(),
        allotted.leftOut(),
        obstacle.isEmpty() ? without(claimed, unknown) : List.of(),
        recovered.bookings(),
        session,
        recovery.elsewhere(),
        found.isOpeningNear());
  }

  private DueClaims.ClaimedBookings claim(DueClaims claims, List<DueBooking> due) {
    if (!due.isEmpty()) {
      runLock.hold();
      workspace.database().runs().ifPresent(runs -> runs.hold(runLock.owner().id()));
    }
    return claims.claim(due, runLock.owner().id(), shots);
  }

  /** Returns whether there is a message; what this run asks for again is told with its outcome. */
  private boolean tellDoubts(
      RunTransaction transaction, RecoveredClaims recovered, List<DueBooking> claimed) {
    StatusChange change = new StatusChange(transaction, notifier());
    boolean hasMessages = false;
    for (RecoveredClaims.Recovered one : recovered.claims()) {
      if (one.outcome() instanceof Outcome.Unresolved && !isAmong(claimed, one.before())) {
        hasMessages |= change.report(one.before(), one.outcome()).hasMessages();
      }
    }
    return hasMessages;
  }

  private static List<UnknownReconciler.Candidate> without(
      List<DueBooking> claimed, List<UnknownReconciler.Candidate> unknown) {
    return unknown.stream().filter(one -> !isAmong(claimed, one.before())).toList();
  }

  private static boolean isAmong(List<DueBooking> claimed, Booking booking) {
    return claimed.stream().anyMatch(one -> one.what().booking().id() == booking.id());
  }

  private List<UnknownReconciler.Candidate> unknown(
      RunTransaction transaction, RecoveredClaims recovered) {
    List<UnsettledBooking> unknown =
        transaction
            .store()
            .unknownBookings()
            .unsettled(transaction.accountId(), transaction.now())
            .stream()
            .filter(one -> options.admits(one.what().schedule().id()))
            .toList();
    OwnCourts own = ownCourts(transaction, unknown);
    return unknown.stream()
        .map(
            one -> {
              Booking booking = one.what().booking();
              return new UnknownReconciler.Candidate(
                  one,
                  recovered.before(booking),
                  own.courtsOfOwn(booking)
                      .flatMap(courts -> asked(transaction.store(), booking, courts)),
                  LetGo.isBesideAnother(transaction.store(), one.what()));
            })
        .toList();
  }

  /** Beside an open request no other court was asked for, unless an answer told of another. */
  private static Optional<CourtPreference> asked(
      Store store, Booking unknown, CourtPreference courts) {
    Optional<String> open = unknown.openShot().map(OpenShot::courtId);
    boolean isAny =
        open.isEmpty()
            || courts.courtIds().equals(List.of(open.get()))
            || Stream.concat(Stream.of(unknown), store.bookings().siblings(unknown).stream())
                .flatMap(one -> store.attempts().of(one).stream())
                .anyMatch(one -> one.answer().equals(Answer.Mismatched.WORD));
    return isAny
        ? Optional.of(open.map(courts::preferring).orElse(courts))
        : open.filter(courts.courtIds()::contains).map(List::of).map(CourtPreference::new);
  }

  private OwnCourts ownCourts(RunTransaction transaction, List<UnsettledBooking> unknown) {
    return OwnCourts.around(
        transaction.store(),
        transaction.accountId(),
        workspace.venue(),
        transaction.now(),
        unknown.stream().map(one -> new DueBooking(one.what(), one.nextTry())).toList());
  }

  private static boolean hasPending(RunTransaction transaction) {
    return !transaction.store().dueBookings().earliestTry(transaction.accountId()).isEmpty();
  }

  private RunReport warned(
      RunTransaction transaction,
      Optional<Problem> obstacle,
      List<DueBooking> due,
      SessionState session) {
    ObstacleWarnings warnings = new ObstacleWarnings(transaction);
    if (obstacle.isPresent()) {
      return warnings.report(obstacle.get(), due);
    }
    boolean isWell = session.isWell(transaction.now());
    if (isWell) {
      warnings.forget();
    }
    boolean hasMessages = isWell && notifier().allIsWell(transaction.store());
    return new ExpiryWarnings(transaction, notifier()).warn().andMessages(hasMessages);
  }

  private Notifier notifier() {
    return notifications.notifier();
  }
}
