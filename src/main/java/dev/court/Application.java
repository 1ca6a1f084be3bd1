package dev.court;

import dev.court.atrium.reservations.Reservations;
import dev.court.backup.AcceptDatabase;
import dev.court.backup.BackupFolder;
import dev.court.backup.LostTimeRule;
import dev.court.backup.RestoreBackup;
import dev.court.cli.Target;
import dev.court.doctor.Doctor;
import dev.court.doctor.LocalParts;
import dev.court.doctor.RemoteParts;
import dev.court.held.CancelReservations;
import dev.court.held.ListReservations;
import dev.court.held.TryOccupant;
import dev.court.notification.ChannelStatuses;
import dev.court.notification.SendTestMessage;
import dev.court.planning.RequestMaker;
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
import dev.court.settings.Settings;
import dev.court.store.Database;
import dev.court.transfer.CalendarFeed;
import dev.court.transfer.HomeExport;
import dev.court.transfer.ImportFiles;
import dev.court.transfer.ImportOptions;
import dev.court.worker.Worker;
import dev.court.worker.WorkerListener;
import dev.court.workspace.Waiter;
import dev.court.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * Puts the use cases of one command line together. Each is made when it is asked for: settings are
 * read, and the database and the HTTP transport are opened, for the first use case that needs them.
 */
final class Application implements AutoCloseable {
  private final Surroundings surroundings;
  private final Target target;
  private final OpenHome home;
  private final AtriumClients atrium;
  private final ThisMachine machine;
  private final SessionCases sessions;
  private final RunCases runs;

  /**
   * Nothing is read or opened yet.
   *
   * @param target asked only when a use case is asked for
   */
  Application(Surroundings surroundings, Target target, CommandLog logs) {
    this.surroundings = surroundings;
    this.target = target;
    this.home = new OpenHome(surroundings, target, logs);
    this.atrium = new AtriumClients(home::settings, home::log, surroundings);
    this.machine = new ThisMachine(home, surroundings, target);
    this.sessions = new SessionCases(home, atrium, machine);
    this.runs = new RunCases(home, atrium, surroundings, target, machine);
  }

  OpenHome home() {
    return home;
  }

  SessionCases sessions() {
    return sessions;
  }

  RunCases runs() {
    return runs;
  }

  ThisMachine machine() {
    return machine;
  }

  /**
   * The settings for what will call court again with the home and the account of this command.
   *
   * @throws dev.court.booking.SetupProblem when there is no such account
   */
  Settings settingsToInstall() {
    home.workspace().requireAccount();
    return home.settings();
  }

  /** Whether the account is there, or is the usual one. */
  boolean hasAccount() {
    Workspace own = home.workspace();
    return own.account().equals(Workspace.ONLY_ACCOUNT)
        || own.database().read(store -> store.accounts().find(own.account()).isPresent());
  }

  Waiter waiter() {
    return surroundings.waiter();
  }

  RequestMaker requestMaker() {
    Settings set = home.settings();
    return new RequestMaker(set.venue(), set.courts(home.account()), set.guests());
  }

  Preview preview() {
    home.workspace().requireAccount();
    return new Preview(home.settings().venue(), surroundings.clock());
  }

  AddSchedule addSchedule() {
    return new AddSchedule(home.settings().venue(), surroundings.clock(), home::workspace);
  }

  ListSchedules listSchedules() {
    return new ListSchedules(home.workspace());
  }

  /** Of all accounts, or those that the line names. */
  ListSchedules listAllSchedules() {
    return new ListSchedules(home.workspace(), target.accounts());
  }

  ListAccounts listAccounts() {
    return new ListAccounts(home.workspace(), home.settings().accountNames(), target.accounts());
  }

  /** The names of those in the database; none where it would have to be made or waited for. */
  List<String> storedAccounts() {
    Database database = home.workspace().database();
    return database.isOnServer()
        ? List.of()
        : database
            .readSnapshot(store -> store.accounts().names())
            .flatMap(Database.Snapshot::found)
            .orElse(List.of());
  }

  ShowSchedule showSchedule(String name) {
    return new ShowSchedule(home.workspace().as(name));
  }

  ShowSchedule showSchedule() {
    return new ShowSchedule(home.workspace());
  }

  ChangeSchedules changeSchedules() {
    return new ChangeSchedules(home.workspace());
  }

  ChangeAway changeAway() {
    return new ChangeAway(home.workspace());
  }

  ListReservations listReservations() {
    return new ListReservations(
        home.workspace(), sessions.session(), this::reservations, sharingOccupant());
  }

  CancelReservations cancelReservations() {
    return new CancelReservations(
        home.workspace(),
        sessions.session(),
        this::reservations,
        sharingOccupant(),
        surroundings.waiter());
  }

  private Reservations reservations() {
    return atrium.reservations(home.account());
  }

  private List<String> sharingOccupant() {
    return home.settings().sharingOccupant(home.account());
  }

  /** Asks with another occupant id than the one that is set. */
  TryOccupant tryOccupant(String occupantId) {
    return new TryOccupant(
        home.workspace(), sessions.session(), () -> atrium.reservationsOf(Optional.of(occupantId)));
  }

  ResolveBooking resolveBooking() {
    return new ResolveBooking(home.workspace());
  }

  RetryBooking retryBooking() {
    return new RetryBooking(home.workspace());
  }

  History history() {
    return new History(home.workspace(), target.accounts());
  }

  CalendarFeed calendarFeed() {
    return new CalendarFeed(home.workspace(), target.accounts());
  }

  HomeExport homeExport() {
    return new HomeExport(home.workspace());
  }

  ImportFiles importFiles(ImportOptions options) {
    return new ImportFiles(
        home.workspace(), requestMaker(), sessions.session(), home.keyring(), options);
  }

  AcceptDatabase acceptDatabase() {
    return new AcceptDatabase(home.workspace(), lostTimeRule());
  }

  RestoreBackup restoreBackup() {
    return new RestoreBackup(home.workspace(), backupFolder(), lostTimeRule());
  }

  BackupFolder backupFolder() {
    return new BackupFolder(home.settings().home());
  }

  private LostTimeRule lostTimeRule() {
    return new LostTimeRule(home.settings().home());
  }

  Worker worker(WorkerListener listener) {
    return new Worker(
        new ApplicationHost(home, runs, sessions, machine),
        listener,
        surroundings.clock(),
        surroundings.waiter(),
        surroundings.stop());
  }

  SendTestMessage sendTestMessage() {
    home.workspace().requireAccount();
    return runs.notifications().testMessage(target.account());
  }

  ChannelStatuses channelStatuses() {
    return runs.notifications().channelStatuses(target.account());
  }

  /** Needs no settings that can be used. It promises to change nothing, so it writes no log. */
  Doctor doctor() {
    home.onlyLook();
    return new Doctor(
        new LocalParts(
            home.folder(),
            home.cronHome(),
            home.keyring(),
            surroundings.clock(),
            target.accounts(),
            home::settings,
            atrium::missingSetup,
            runs.notifications()::channelStatuses),
        new RemoteParts(
            () -> surroundings.transport(home.log()),
            atrium::apiProbe,
            atrium::realmProbe,
            atrium::reservations,
            surroundings.waiter()));
  }

  @Override
  public void close() {
    atrium.close();
    runs.close();
    home.close();
  }
}
