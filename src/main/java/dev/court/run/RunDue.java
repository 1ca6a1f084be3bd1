package dev.court.run;

import dev.court.atrium.reservations.Reservations;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.notification.NotificationPhase;
import dev.court.run.shots.ShotFiles;
import dev.court.session.Session;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.workspace.RunProcess;
import dev.court.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Books what is due. Called each minute, often beside another run; the claims keep them apart. The
 * database is open for moments only, never while waiting.
 */
public final class RunDue {
  private final Workspace workspace;
  private final Session session;
  private final RunProcess process;
  private final ShotFiles shots;
  private final Function<String, Optional<Problem>> setup;
  private final NotificationPhase notifications;
  private final RunSteps steps;

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
    this.process = process;
    this.shots = shots;
    this.setup = setup;
    this.notifications = notifications;
    this.steps = new RunSteps(workspace, session, reservations, process, shots, notifications);
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

  /**
   * Goes once through what an opening needs, with the booking that opens next. Asks for no court
   * and changes nothing.
   */
  public void warmUp(RunOptions options) {
    new OpeningRehearsal(steps).warmUp(options);
  }

  /**
   * Claims what is due within {@code options.within()}; the run goes on by the steps of the result.
   */
  public BegunRun begin(RunOptions options, Instant now) {
    return new BegunRun(steps, prepared(options), options, now);
  }

  /** The same within a transaction; {@link BegunRun#committed} comes after it. */
  public BegunRun begin(Store store, RunOptions options, Instant now) {
    return new BegunRun(steps, preparation(options).prepare(store), options, now);
  }

  private PreparedRun prepared(RunOptions options) {
    workspace.database().checkAgain();
    PreparedRun prepared =
        workspace
            .database()
            .transact(preparation(options)::prepare, PreparedRun::isToOutliveAPowerCut);
    steps.committed(prepared);
    return prepared;
  }

  private RunPreparation preparation(RunOptions options) {
    return new RunPreparation(
        workspace, process.lock(), shots, options, setup, session::keyProblem, notifications);
  }
}
