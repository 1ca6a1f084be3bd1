package dev.court;

import dev.court.backup.BackupFolder;
import dev.court.backup.RollingBackup;
import dev.court.booking.ScheduledBooking;
import dev.court.cli.Target;
import dev.court.notification.Heartbeat;
import dev.court.notification.NotificationPhase;
import dev.court.run.RunDue;
import dev.court.run.RunOptions;
import dev.court.run.accounts.RunAccounts;
import dev.court.run.accounts.RunRehearsal;
import dev.court.run.idle.IdlePeriod;
import dev.court.run.idle.LeaveIdleNote;
import dev.court.run.shots.ShotFiles;
import dev.court.worker.WorkerRun;
import dev.court.workspace.LastRun;
import dev.court.workspace.RunProcess;
import dev.court.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** The use cases of one run: of {@code run-due}, or of a worker. */
final class RunCases implements AutoCloseable {
  private final OpenHome home;
  private final AtriumClients atrium;
  private final Surroundings surroundings;
  private final Target target;
  private final ThisMachine machine;
  private final SessionCases sessions;
  private final CommandRunLock runLock;
  private final Notifications notifications;

  /** Nothing is opened yet. What is claimed and sent through this has one owner. */
  RunCases(
      OpenHome home,
      AtriumClients atrium,
      Surroundings surroundings,
      Target target,
      ThisMachine machine) {
    this.home = home;
    this.atrium = atrium;
    this.surroundings = surroundings;
    this.target = target;
    this.machine = machine;
    this.sessions = new SessionCases(home, atrium, machine);
    this.runLock =
        new CommandRunLock(surroundings.runLocks(), () -> home.settings().home(), home::workspace);
    this.notifications =
        new Notifications(home::settings, home::workspace, home::log, runLock::get, surroundings);
  }

  /** The same for one run of a worker, which has claims, messages and a log of its own. */
  RunCases forRun() {
    return new RunCases(home.forRun(), atrium, surroundings, target, machine);
  }

  /** The run over all accounts, or those that the line names. */
  RunAccounts runAccounts() {
    return new RunAccounts(home.workspace(), process(), lastRun(), target.accounts(), this::runDue);
  }

  private RunDue runDue(String name) {
    Workspace own = home.workspace().as(name);
    return new RunDue(
        own,
        sessions.session(own),
        () -> atrium.reservations(name),
        process(),
        new ShotFiles(home.settings().home(), runLock.get().owner().boot(), home.log()),
        atrium::missingSetup,
        notifications.phase(name));
  }

  private RunProcess process() {
    return new RunProcess(runLock.get(), surroundings.waiter(), surroundings.stop());
  }

  private LastRun lastRun() {
    return new LastRun(home.settings().home());
  }

  /** A run that has nothing to do is one too. */
  void noteRun() {
    lastRun().note(surroundings.clock().instant(), home.log());
  }

  /** What a run would take now. It makes neither home nor database, and writes no log. */
  Map<String, List<ScheduledBooking>> rehearse(RunOptions options) {
    home.onlyLook();
    return new RunRehearsal(
            home.workspace(), target.accounts(), name -> atrium.missingSetup(name).isEmpty())
        .run(options);
  }

  /** Runs the code of an opening once, for the account that is there for all. */
  void warmUp() {
    runDue(home.account()).warmUp(RunOptions.DEFAULT);
  }

  NotificationPhase notificationPhase(String name) {
    return notifications.phase(name);
  }

  Notifications notifications() {
    return notifications;
  }

  Heartbeat heartbeat() {
    return notifications.heartbeat();
  }

  RollingBackup rollingBackup() {
    return new RollingBackup(
        home.workspace(), new BackupFolder(home.settings().home()), surroundings.stop());
  }

  /** Word to the launcher, which need not start Java for a while. */
  LeaveIdleNote leaveIdleNote() {
    return new LeaveIdleNote(
        home.workspace(), home.settings().home(), home.environment(), home.program());
  }

  IdlePeriod idlePeriod() {
    return new IdlePeriod(home.workspace(), home.settings().home());
  }

  /**
   * This run as one of a worker.
   *
   * @param idle ends with it, and may begin again after it
   */
  WorkerRun ofWorker(IdlePeriod idle) {
    IdlePeriod.Beginning begun = idle.end();
    return new WorkerRun(
        runAccounts(),
        this::notificationPhase,
        heartbeat(),
        rollingBackup(),
        () -> idle.begin(begun, RunOptions.DEFAULT.within()),
        runLock);
  }

  /** Gives back what was claimed and not asked for. */
  @Override
  public void close() {
    runLock.close();
  }
}
