package dev.court.run;

import dev.court.booking.Problem;
import dev.court.notification.NotificationPhase;
import dev.court.notification.Notifier;
import dev.court.schedule.BookingMaterializer;
import dev.court.schedule.WantedNow;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.workspace.RunLock;
import dev.court.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The first transaction of a run: puts right what dead runs left, fills the series, ends what is
 * over, and claims what is due. With nothing due, it is all that a run does with the database.
 */
final class RunPreparation {
  private final Workspace workspace;
  private final RunLock runLock;
  private final RunOptions options;
  private final Supplier<Optional<Problem>> setup;
  private final NotificationPhase notifications;

  /**
   * The preparation of one run.
   *
   * @param setup says what is missing in the settings, if anything is
   */
  RunPreparation(
      Workspace workspace,
      RunLock runLock,
      RunOptions options,
      Supplier<Optional<Problem>> setup,
      NotificationPhase notifications) {
    this.workspace = workspace;
    this.runLock = runLock;
    this.options = options;
    this.setup = setup;
    this.notifications = notifications;
  }

  PreparedRun prepare(Store store) {
    RunTransaction transaction =
        new RunTransaction(store, workspace.ensureAccount(store), workspace.now());
    StatusChange change = new StatusChange(transaction, notifier());
    ClaimRecovery.Recovered recovered =
        new ClaimRecovery(
                transaction,
                runLock.owner().isDead(),
                change,
                new WantedNow(workspace.venue(), store, transaction.now()),
                new RunLog(workspace.log()))
            .recover();
    new BookingMaterializer(workspace.venue(), store, transaction.now())
        .materializeAll(transaction.accountId());
    RunReport ended =
        new EndedWatches(transaction, workspace.venue().notice(), change)
            .close()
            .and(new MissedBookings(transaction, change).mark());
    return claimed(transaction, recovered, ended);
  }

  private PreparedRun claimed(
      RunTransaction transaction, ClaimRecovery.Recovered recovered, RunReport ended) {
    DueClaims claims = new DueClaims(transaction, options);
    List<DueBooking> due = claims.find();
    List<UnknownReconciler.Candidate> unknown = unknown(transaction, recovered);
    SessionState session = SessionState.read(transaction);
    boolean isIdle = due.isEmpty() && unknown.isEmpty() && !hasPending(transaction);
    Optional<Problem> obstacle = isIdle ? Optional.empty() : setup.get().or(session::obstacle);
    RunReport warned = warned(transaction, obstacle, due, session);
    NotificationPhase.Found found = notifications.look(transaction.store(), transaction.now());
    return new PreparedRun(
        ended.and(warned).andMessages(recovered.hasMessages() || found.hasMessages()),
        obstacle.isEmpty() ? claim(claims, due) : List.of(),
        obstacle.isEmpty() ? unknown : List.of(),
        session,
        found.isOpeningNear());
  }

  private List<DueBooking> claim(DueClaims claims, List<DueBooking> due) {
    if (!due.isEmpty()) {
      runLock.hold();
    }
    return claims.claim(due, runLock.owner().id());
  }

  private List<UnknownReconciler.Candidate> unknown(
      RunTransaction transaction, ClaimRecovery.Recovered recovered) {
    return transaction
        .store()
        .unknownBookings()
        .unsettled(transaction.accountId(), transaction.now())
        .stream()
        .filter(one -> options.admits(one.what().schedule().id()))
        .map(one -> new UnknownReconciler.Candidate(one, recovered.before(one.what().booking())))
        .toList();
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
