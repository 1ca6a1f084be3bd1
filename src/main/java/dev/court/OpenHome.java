package dev.court;

import dev.court.cli.ProgramFile;
import dev.court.cli.Target;
import dev.court.log.Log;
import dev.court.run.idle.FileStamps;
import dev.court.secret.Secret;
import dev.court.session.Keyring;
import dev.court.settings.ConfigFile;
import dev.court.settings.HomeFolder;
import dev.court.settings.SettingSharing;
import dev.court.settings.Settings;
import dev.court.settings.SettingsReader;
import dev.court.store.Database;
import dev.court.store.ServerUse;
import dev.court.store.lock.FileRefreshLock;
import dev.court.store.lock.RefreshLock;
import dev.court.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What one command line has open of its home: settings, log, key and database. Each is read or
 * opened when it is asked for first, and is the same one at each call after that. Safe for use by
 * several threads.
 */
final class OpenHome implements AutoCloseable {
  private final Surroundings surroundings;
  private final Target target;
  private final CommandLog logs;
  private Settings settings;
  private Optional<FileStamps> program = Optional.empty();
  private Log log = Log.NONE;
  private boolean onlyLooks;
  private boolean writes;
  private Keyring keyring;
  private RefreshLock lock;
  private Database database;
  private Workspace workspace;

  /**
   * Nothing is read or opened yet.
   *
   * @param target asked only when something of the home is asked for
   */
  OpenHome(Surroundings surroundings, Target target, CommandLog logs) {
    this.surroundings = surroundings;
    this.target = target;
    this.logs = logs;
  }

  /** The home for one run of a worker: what is open is shared, and the log is its own. */
  OpenHome forRun() {
    OpenHome run = new OpenHome(surroundings, target, logs);
    run.settings = settings();
    run.database = workspace().database();
    run.lock = refreshLock();
    run.log = logs.inHome(run.settings, target.debug());
    return run;
  }

  HomeFolder folder() {
    return HomeFolder.locate(target.home(), environment());
  }

  /** The home of a command in cron's environment, which sets HOME and little else. */
  Optional<Path> cronHome() {
    return Optional.ofNullable(environment().get("HOME"))
        .filter(home -> !home.isEmpty())
        .map(home -> HomeFolder.locate(null, Map.of("HOME", home)).path());
  }

  ConfigFile configFile() {
    return new ConfigFile(folder(), environment());
  }

  /** Reads the settings anew at each look, since it changes them. */
  SettingSharing settingSharing() {
    return new SettingSharing(
        () -> new SettingsReader(environment(), configFile().read()).read(folder()),
        configFile(),
        url ->
            new Database(
                url, log(), surroundings.clock(), ServerUse.in(folder().path(), store -> {})));
  }

  /**
   * The settings as they hold, read once.
   *
   * @throws dev.court.booking.SetupProblem when they cannot be used
   */
  synchronized Settings settings() {
    if (settings == null) {
      HomeFolder folder = folder();
      // a machine without a disk has a new home each time, and its database elsewhere
      boolean isElsewhere =
          environment().get("COURT_DB_URL") != null || configFile().isDatabaseInVariable();
      if (!isElsewhere && CommandNeeds.isHomeNeeded(target.command())) {
        folder.requireIfNamed();
      }
      program = programStamps(folder.path());
      settings = new SettingsReader(environment(), configFile().read()).read(folder);
      log = onlyLooks ? logs.withoutFile(target.debug()) : logs.inHome(settings, target.debug());
    }
    return settings;
  }

  /** The log of this command; before the settings are read, one that writes nothing. */
  synchronized Log log() {
    return log;
  }

  /** The account of this command; of several that its line names, the first. */
  String account() {
    return CommandNeeds.account(target);
  }

  /** The workspace of the command's account. */
  synchronized Workspace workspace() {
    if (workspace == null) {
      if (database == null) {
        database = database();
      }
      workspace = new Workspace(database, settings().venue(), surroundings.clock(), account(), log);
    }
    return workspace;
  }

  private Database database() {
    Settings set = settings();
    Database named =
        new Database(
            set.dbUrl().reveal(),
            log,
            surroundings.clock(),
            ServerUse.in(set.home(), store -> SettingSharing.agree(set, store)));
    boolean makes = (writes || CommandNeeds.makesDatabase(target.command())) && !onlyLooks;
    if (makes || !named.isAbsent()) {
      HomeFolder.make(set.home());
      return named;
    }
    // A backup can be put back where there is no database.
    return target.command().equals("backup") ? named : Database.empty(log);
  }

  synchronized Keyring keyring() {
    if (keyring == null) {
      keyring = new Keyring(key(), folder().path().resolve("key"), log());
    }
    return keyring;
  }

  private Optional<Secret> key() {
    return Optional.ofNullable(environment().get("COURT_KEY"))
        .filter(key -> !key.isBlank())
        .map(key -> Secret.of(key.strip()));
  }

  /** The same one for all accounts and all runs of a worker. */
  synchronized RefreshLock refreshLock() {
    if (lock == null) {
      lock =
          workspace()
              .database()
              .refreshLock()
              .orElseGet(() -> new FileRefreshLock(settings().home(), log()));
    }
    return lock;
  }

  /** Empty when the launcher did not start this process. */
  Optional<FileStamps> program() {
    return program;
  }

  private Optional<FileStamps> programStamps(Path home) {
    String launcher = environment().get("COURT_LAUNCHER");
    return target.command().equals("run-due") && launcher != null
        ? FileStamps.ofProgram(home, Path.of(launcher), ProgramFile.of(OpenHome.class))
        : Optional.empty();
  }

  /** From now on nothing is made or written, and no log either; asked before all else. */
  void onlyLook() {
    onlyLooks = true;
  }

  /**
   * Begins anew with what is on the disk now, and makes home and database when they are asked for:
   * a command that asks first has only looked before.
   */
  synchronized void startWriting() {
    close();
    writes = true;
    settings = null;
    database = null;
    workspace = null;
    keyring = null;
    lock = null;
  }

  /** Reads the settings anew and opens everything anew. Called while nothing is under way. */
  synchronized void renew() {
    OpenHome fresh = new OpenHome(surroundings, target, logs);
    Workspace opened = fresh.workspace();
    close();
    settings = fresh.settings;
    log = fresh.log;
    database = fresh.database;
    workspace = opened;
    keyring = null;
    lock = null;
  }

  /** Ends the connections of the database. */
  @Override
  public synchronized void close() {
    if (workspace != null) {
      workspace.database().close();
    }
  }

  Map<String, String> environment() {
    return surroundings.environment();
  }
}
