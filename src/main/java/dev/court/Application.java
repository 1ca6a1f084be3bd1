package dev.court;

import dev.court.backup.AcceptDatabase;
import dev.court.backup.BackupFolder;
import dev.court.backup.LostTimeRule;
import dev.court.backup.RestoreBackup;
import dev.court.backup.RollingBackup;
import dev.court.booking.Machine;
import dev.court.booking.ScheduledBooking;
import dev.court.cli.ProgramFile;
import dev.court.cli.Target;
import dev.court.doctor.Doctor;
import dev.court.doctor.LocalParts;
import dev.court.doctor.RemoteParts;
import dev.court.held.CancelReservations;
import dev.court.held.ListReservations;
import dev.court.held.TryOccupant;
import dev.court.log.Log;
import dev.court.notification.ChannelStatuses;
import dev.court.notification.Heartbeat;
import dev.court.notification.NotificationPhase;
import dev.court.notification.SendTestMessage;
import dev.court.planning.RequestMaker;
import dev.court.run.RunDue;
import dev.court.run.RunOptions;
import dev.court.run.accounts.RunAccounts;
import dev.court.run.accounts.RunRehearsal;
import dev.court.run.idle.FileStamps;
import dev.court.run.idle.IdlePeriod;
import dev.court.run.idle.LeaveIdleNote;
import dev.court.run.shots.ShotFiles;
import dev.court.schedule.AddSchedule;
import dev.court.schedule.ChangeAway;
import dev.court.schedule.ChangeSchedules;
import dev.court.schedule.History;
import dev.court.schedule.ListAccounts;
import dev.court.schedule.ListSchedules;
import dev.court.schedule.Preview;
import dev.court.schedule.ResolveBooking;
import dev.court.schedule.RetryBooking;
import dev.court.schedule.ShowSchedule;
import dev.court.secret.Secret;
import dev.court.session.AutomaticSignIn;
import dev.court.session.Keyring;
import dev.court.session.Login;
import dev.court.session.Logout;
import dev.court.session.MachineKeys;
import dev.court.session.ReplaceLostKey;
import dev.court.session.RotateKey;
import dev.court.session.Session;
import dev.court.session.TokenStore;
import dev.court.settings.ConfigFile;
import dev.court.settings.HomeFolder;
import dev.court.settings.SettingSharing;
import dev.court.settings.Settings;
import dev.court.settings.SettingsReader;
import dev.court.store.Database;
import dev.court.store.ServerUse;
import dev.court.store.change.ChangeFeed;
import dev.court.store.change.FileChanges;
import dev.court.store.lock.FileRefreshLock;
import dev.court.store.lock.RefreshLock;
import dev.court.transfer.CalendarFeed;
import dev.court.transfer.HomeExport;
import dev.court.transfer.ImportFiles;
import dev.court.transfer.ImportOptions;
import dev.court.worker.Worker;
import dev.court.worker.WorkerListener;
import dev.court.worker.WorkerRun;
import dev.court.workspace.LastRun;
import dev.court.workspace.MachineBeat;
import dev.court.workspace.RunProcess;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the use cases of one command line together. Each is made when it is asked for: settings are
 * read, and the database and the HTTP transport are opened, for the first use case that needs them.
 */
final class Application implements AutoCloseable {
  /** Commands that make the home, or say themselves that it is not there. */
  private static final Set<String> WITHOUT_HOME =
      Set.of("add", "login", "import", "config", "doctor", "complete", "sandbox", "init");

  /** Commands that serve several accounts. */
  private static final Set<String> OF_SEVERAL =
      Set.of(
          "run-due",
          "worker",
          "accounts",
          "list",
          "calendar",
          "next",
          "history",
          "export",
          "doctor");

  /** Commands that make home and database. Others find nothing where there is none. */
  private static final Set<String> WITH_DATABASE =
      Set.of("add", "login", "import", "run-due", "worker");

  private final Surroundings surroundings;
  private final Instant startedAt;
  private final Target target;
  private final AtriumClients atrium;
  private final Notifications notifications;
  private final CommandLog logs;
  private final CommandRunLock runLock;
  private Settings settings;
  private Optional<FileStamps> program = Optional.empty();
  private Log log = Log.NONE;
  private boolean onlyLooks;
  private boolean writes;
  private String account;
  private Keyring keyring;
  private RefreshLock lock;
  private Database database;
  private Workspace workspace;

  /**
   * Nothing is read or opened yet.
   *
   * @param target asked only when a use case is asked for
   */
  Application(Surroundings surroundings, Target target, CommandLog logs) {
    this.logs = logs;
    this.surroundings = surroundings;
    this.startedAt = surroundings.clock().instant();
    this.target = target;
    this.atrium = new AtriumClients(this::settings, this::log, surroundings);
    this.runLock =
        new CommandRunLock(surroundings.runLocks(), () -> settings().home(), this::workspace);
    this.notifications =
        new Notifications(this::settings, this::workspace, this::log, runLock::get, surroundings);
  }

  /** One run of a worker: what is open is shared, and claims, messages and log are its own. */
  private Application(Application worker) {
    this.logs = worker.logs;
    this.surroundings = worker.surroundings;
    this.startedAt = worker.startedAt;
    this.target = worker.target;
    this.atrium = worker.atrium;
    this.settings = worker.settings();
    this.account = worker.account;
    this.database = worker.workspace().database();
    this.lock = worker.refreshLock();
    this.log = logs.inHome(settings, target.debug());
    this.runLock =
        new CommandRunLock(surroundings.runLocks(), () -> settings.home(), this::workspace);
    this.notifications =
        new Notifications(this::settings, this::workspace, this::log, runLock::get, surroundings);
  }

  ConfigFile configFile() {
    return new ConfigFile(home(), environment());
  }

  /** Reads the settings anew at each look, since it changes them. */
  SettingSharing settingSharing() {
    return new SettingSharing(
        () -> new SettingsReader(environment(), configFile().read()).read(home()),
        configFile(),
        url ->
            new Database(
                url, log(), surroundings.clock(), ServerUse.in(home().path(), store -> {})));
  }

  /**
   * The settings as they hold, read once.
   *
   * @throws dev.court.booking.SetupProblem when they cannot be used
   */
  synchronized Settings settings() {
    if (settings == null) {
      account = account(target);
      HomeFolder home = home();
      // a machine without a disk has a new home each time, and its database elsewhere
      boolean isElsewhere =
          environment().get("COURT_DB_URL") != null || configFile().isDatabaseInVariable();
      if (!isElsewhere && !WITHOUT_HOME.contains(target.command())) {
        home.requireIfNamed();
      }
      program = programStamps(home.path());
      settings = new SettingsReader(environment(), configFile().read()).read(home);
      log = onlyLooks ? logs.withoutFile(target.debug()) : logs.inHome(settings, target.debug());
    }
    return settings;
  }

  /** Such a command may name several; the first is the one that is there for all. */
  private static String account(Target target) {
    return OF_SEVERAL.contains(target.command()) && target.accounts().size() > 1
        ? target.accounts().get(0)
        : target.account();
  }

  /**
   * The same for what will call court again with the home and the account of this command.
   *
   * @throws dev.court.booking.SetupProblem when there is no such account
   */
  Settings settingsToInstall() {
    workspace().requireAccount();
    return settings();
  }

  /** Whether the account is there, or is the usual one. */
  boolean hasAccount() {
    Workspace own = workspace();
    return own.account().equals(Workspace.ONLY_ACCOUNT)
        || own.database().read(store -> store.accounts().find(own.account()).isPresent());
  }

  /** The log of this command; before the settings are read, one that writes nothing. */
  synchronized Log log() {
    return log;
  }

  Waiter waiter() {
    return surroundings.waiter();
  }

  RequestMaker requestMaker() {
    Settings set = settings();
    return new RequestMaker(set.venue(), set.courts(account), set.guests());
  }

  Preview preview() {
    workspace().requireAccount();
    return new Preview(settings().venue(), surroundings.clock());
  }

  AddSchedule addSchedule() {
    return new AddSchedule(settings().venue(), surroundings.clock(), this::workspace);
  }

  ListSchedules listSchedules() {
    return new ListSchedules(workspace());
  }

  /** Of all accounts, or those that the line names. */
  ListSchedules listAllSchedules() {
    return new ListSchedules(workspace(), target.accounts());
  }

  ListAccounts listAccounts() {
    return new ListAccounts(workspace(), settings().accountNames(), target.accounts());
  }

  ShowSchedule showSchedule(String name) {
    return new ShowSchedule(workspace().as(name));
  }

  ShowSchedule showSchedule() {
    return new ShowSchedule(workspace());
  }

  ChangeSchedules changeSchedules() {
    return new ChangeSchedules(workspace());
  }

  ChangeAway changeAway() {
    return new ChangeAway(workspace());
  }

  ListReservations listReservations() {
    return new ListReservations(
        workspace(),
        session(),
        () -> atrium.reservations(account),
        settings().sharingOccupant(account));
  }

  /** Asks with another occupant id than the one that is set. */
  TryOccupant tryOccupant(String occupantId) {
    return new TryOccupant(
        workspace(), session(), () -> atrium.reservationsOf(Optional.of(occupantId)));
  }

  CancelReservations cancelReservations() {
    return new CancelReservations(
        workspace(),
        session(),
        () -> atrium.reservations(account),
        settings().sharingOccupant(account),
        surroundings.waiter());
  }

  ResolveBooking resolveBooking() {
    return new ResolveBooking(workspace());
  }

  RetryBooking retryBooking() {
    return new RetryBooking(workspace());
  }

  CalendarFeed calendarFeed() {
    return new CalendarFeed(workspace(), target.accounts());
  }

  HomeExport homeExport() {
    return new HomeExport(workspace());
  }

  History history() {
    return new History(workspace(), target.accounts());
  }

  ImportFiles importFiles(ImportOptions options) {
    return new ImportFiles(workspace(), requestMaker(), session(), keyring(), options);
  }

  Session session() {
    return session(workspace());
  }

  private Session session(Workspace own) {
    return new Session(
        own,
        new TokenStore(own, keyring()),
        atrium::realm,
        refreshLock(),
        new AutomaticSignIn(own, keyring(), atrium::signIn));
  }

  Login login() {
    return new Login(workspace(), keyring(), session(), atrium::signIn);
  }

  Logout logout() {
    return new Logout(workspace(), keyring(), atrium::realm, refreshLock());
  }

  RotateKey rotateKey() {
    return new RotateKey(
        workspace(), keyring(), refreshLock(), new MachineKeys(workspace(), this::machine));
  }

  ReplaceLostKey replaceLostKey() {
    return new ReplaceLostKey(workspace(), keyring(), refreshLock());
  }

  AcceptDatabase acceptDatabase() {
    return new AcceptDatabase(workspace(), new LostTimeRule(settings().home()));
  }

  RestoreBackup restoreBackup() {
    return new RestoreBackup(workspace(), backupFolder(), new LostTimeRule(settings().home()));
  }

  RollingBackup rollingBackup() {
    return new RollingBackup(workspace(), backupFolder(), surroundings.stop());
  }

  BackupFolder backupFolder() {
    return new BackupFolder(settings().home());
  }

  /** The run over all accounts, or those that the line names. */
  RunAccounts runAccounts() {
    return new RunAccounts(
        workspace(), runProcess(), new LastRun(settings().home()), target.accounts(), this::runDue);
  }

  private RunDue runDue(String name) {
    Workspace own = workspace().as(name);
    return new RunDue(
        own,
        session(own),
        () -> atrium.reservations(name),
        runProcess(),
        new ShotFiles(settings().home(), runLock.get().owner().boot(), log),
        atrium::missingSetup,
        notifications.phase(name));
  }

  private RunProcess runProcess() {
    return new RunProcess(runLock.get(), surroundings.waiter(), surroundings.stop());
  }

  /** Word to the launcher, which need not start Java for a while. */
  LeaveIdleNote leaveIdleNote() {
    return new LeaveIdleNote(workspace(), settings().home(), environment(), program);
  }

  /** Empty when the launcher did not start this process. */
  private Optional<FileStamps> programStamps(Path home) {
    String launcher = environment().get("COURT_LAUNCHER");
    return target.command().equals("run-due") && launcher != null
        ? FileStamps.ofProgram(home, Path.of(launcher), ProgramFile.of(Application.class))
        : Optional.empty();
  }

  Worker worker(WorkerListener listener) {
    return new Worker(
        new ApplicationHost(this),
        listener,
        surroundings.clock(),
        surroundings.waiter(),
        surroundings.stop());
  }

  /**
   * The next run of a worker.
   *
   * @param idle ends with it, and may begin again after it
   * @throws dev.court.booking.SetupProblem when the settings cannot be used
   */
  WorkerRun workerRun(IdlePeriod idle) {
    IdlePeriod.Beginning begun = idle.end();
    Application run = new Application(this);
    return new WorkerRun(
        run.runAccounts(),
        run::notificationPhase,
        run.heartbeat(),
        run.rollingBackup(),
        () -> idle.begin(begun, RunOptions.DEFAULT.within()),
        run.runLock);
  }

  /** Runs the code of an opening once, for the account that is there for all. */
  void warmUp() {
    Application run = new Application(this);
    try {
      run.runDue(account).warmUp(RunOptions.DEFAULT);
    } finally {
      run.runLock.close();
    }
  }

  IdlePeriod idlePeriod() {
    return new IdlePeriod(workspace(), settings().home());
  }

  /** A run that has nothing to do is one too. */
  void noteRun() {
    new LastRun(settings().home()).note(surroundings.clock().instant(), log());
  }

  MachineBeat machineBeat() {
    return new MachineBeat(workspace(), this::machine);
  }

  private Machine machine() {
    return new Machine(
        surroundings.machineName(),
        settings().home().toString(),
        target.command(),
        Optional.ofNullable(Application.class.getPackage().getImplementationVersion())
            .orElse("not packaged"),
        startedAt,
        startedAt,
        Duration.ZERO,
        keyring().numbers());
  }

  /** The machines that share the server; empty where the database is a file. */
  Optional<List<Machine>> machines() {
    workspace().requireAccount();
    Database shared = workspace().database();
    return shared.isOnServer()
        ? Optional.of(shared.transact(store -> store.machines().all()))
        : Optional.empty();
  }

  ChangeFeed changes() {
    return workspace().database().changes();
  }

  /** Tells of other settings and another key. */
  ChangeFeed outsideChanges() {
    return new FileChanges(this::outside);
  }

  /** Of the files of settings and key. */
  Optional<FileStamps> outside() {
    return FileStamps.ofHome(home().path());
  }

  /** Reads the settings anew and opens everything anew. Called while nothing is under way. */
  synchronized void renew() {
    Application fresh = new Application(surroundings, target, logs);
    Workspace opened = fresh.workspace();
    closeDatabase();
    settings = fresh.settings;
    log = fresh.log;
    database = fresh.database;
    workspace = opened;
    keyring = null;
    lock = null;
  }

  /**
   * Begins anew with what is on the disk now, and makes home and database when they are asked for:
   * a command that asks first has only looked before.
   */
  synchronized void startWriting() {
    closeDatabase();
    writes = true;
    settings = null;
    database = null;
    workspace = null;
    keyring = null;
    lock = null;
  }

  /** What a run would take now. It makes neither home nor database, and writes no log. */
  Map<String, List<ScheduledBooking>> rehearseRun(RunOptions options) {
    onlyLooks = true;
    return new RunRehearsal(
            workspace(), target.accounts(), name -> atrium.missingSetup(name).isEmpty())
        .run(options);
  }

  NotificationPhase notificationPhase(String name) {
    return notifications.phase(name);
  }

  Heartbeat heartbeat() {
    return notifications.heartbeat();
  }

  SendTestMessage sendTestMessage() {
    workspace().requireAccount();
    return notifications.testMessage(target.account());
  }

  ChannelStatuses channelStatuses() {
    return notifications.channelStatuses(target.account());
  }

  /** Needs no settings that can be used. It promises to change nothing, so it writes no log. */
  Doctor doctor() {
    onlyLooks = true;
    return new Doctor(
        new LocalParts(
            home(),
            cronHome(),
            keyring(),
            surroundings.clock(),
            target.accounts(),
            this::settings,
            atrium::missingSetup,
            notifications::channelStatuses),
        new RemoteParts(
            () -> surroundings.transport(log()),
            atrium::apiProbe,
            atrium::realmProbe,
            atrium::reservations,
            surroundings.waiter()));
  }

  @Override
  public void close() {
    atrium.close();
    runLock.close();
    closeDatabase();
  }

  private synchronized void closeDatabase() {
    if (workspace != null) {
      workspace.database().close();
    }
  }

  /** The same one at each call, because a database object keeps its threads apart. */
  private synchronized Workspace workspace() {
    if (workspace == null) {
      if (database == null) {
        database = database();
      }
      workspace = new Workspace(database, settings().venue(), surroundings.clock(), account, log);
    }
    return workspace;
  }

  private Database database() {
    Settings set = settings();
    Database database =
        new Database(
            set.dbUrl().reveal(),
            log,
            surroundings.clock(),
            ServerUse.in(set.home(), store -> SettingSharing.agree(set, store)));
    boolean makes = (writes || WITH_DATABASE.contains(target.command())) && !onlyLooks;
    if (makes || !database.isAbsent()) {
      HomeFolder.make(settings().home());
      return database;
    }
    // A backup can be put back where there is no database.
    return target.command().equals("backup") ? database : Database.empty(log);
  }

  private synchronized Keyring keyring() {
    if (keyring == null) {
      keyring = new Keyring(key(), home().path().resolve("key"), log());
    }
    return keyring;
  }

  private Optional<Secret> key() {
    return Optional.ofNullable(environment().get("COURT_KEY"))
        .filter(key -> !key.isBlank())
        .map(key -> Secret.of(key.strip()));
  }

  /** The same one at each call, for all accounts and all runs of a worker. */
  private synchronized RefreshLock refreshLock() {
    if (lock == null) {
      lock =
          workspace()
              .database()
              .refreshLock()
              .orElseGet(() -> new FileRefreshLock(settings().home(), log()));
    }
    return lock;
  }

  HomeFolder home() {
    return HomeFolder.locate(target.home(), environment());
  }

  /** The home of a command in cron's environment, which sets HOME and little else. */
  private Optional<Path> cronHome() {
    return Optional.ofNullable(environment().get("HOME"))
        .filter(home -> !home.isEmpty())
        .map(home -> HomeFolder.locate(null, Map.of("HOME", home)).path());
  }

  private Map<String, String> environment() {
    return surroundings.environment();
  }
}
