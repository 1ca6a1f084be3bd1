package dev.court;

import dev.court.booking.Venue;
import dev.court.cli.AccountsCommand;
import dev.court.cli.AddCommand;
import dev.court.cli.AuthCommand;
import dev.court.cli.AwayCommand;
import dev.court.cli.BackupCommand;
import dev.court.cli.CalendarCommand;
import dev.court.cli.CancelCommand;
import dev.court.cli.Commands;
import dev.court.cli.CompleteCommand;
import dev.court.cli.CompletionCommand;
import dev.court.cli.ConfigCommand;
import dev.court.cli.DemoCommand;
import dev.court.cli.DoctorCommand;
import dev.court.cli.EditCommand;
import dev.court.cli.ExportCommand;
import dev.court.cli.HelpCommand;
import dev.court.cli.HistoryCommand;
import dev.court.cli.HomeScreen;
import dev.court.cli.ImportCommand;
import dev.court.cli.InstallCommand;
import dev.court.cli.KeyCommand;
import dev.court.cli.ListCommand;
import dev.court.cli.LoginCommand;
import dev.court.cli.LogoutCommand;
import dev.court.cli.MachinesCommand;
import dev.court.cli.ManPagesCommand;
import dev.court.cli.NextCommand;
import dev.court.cli.NotifyCommand;
import dev.court.cli.PauseCommand;
import dev.court.cli.PreviewCommand;
import dev.court.cli.RefreshTokenCommand;
import dev.court.cli.Rehearsal;
import dev.court.cli.RemoveCommand;
import dev.court.cli.ReservationsCommand;
import dev.court.cli.ResolveCommand;
import dev.court.cli.ResumeCommand;
import dev.court.cli.RetryCommand;
import dev.court.cli.RunDueCommand;
import dev.court.cli.SandboxCommand;
import dev.court.cli.ShowCommand;
import dev.court.cli.SkipCommand;
import dev.court.cli.WarmUpCommand;
import dev.court.cli.WorkerCommand;
import dev.court.cli.setup.InitCommand;
import dev.court.host.Host;
import dev.court.log.Log;
import java.util.List;

/**
 * Gives each command the use cases that it needs. A command is made only when its name is asked
 * for: to make them all would cost each start some milliseconds.
 */
final class CommandTable implements Commands {
  private static final List<String> NAMES =
      List.of(
          "init",
          "add",
          "list",
          "calendar",
          "next",
          "show",
          "edit",
          "skip",
          "away",
          "pause",
          "resume",
          "remove",
          "preview",
          "reservations",
          "cancel",
          "run-due",
          "worker",
          "accounts",
          "machines",
          "retry",
          "resolve",
          "history",
          "login",
          "logout",
          "auth",
          "refresh-token",
          "key",
          "backup",
          "import",
          "export",
          "doctor",
          "config",
          "install",
          "completion",
          "notify",
          "sandbox",
          "demo",
          "help",
          "complete",
          "man-pages",
          "warm-up");

  private final Application application;
  private final OpenHome home;
  private final SessionCases sessions;
  private final RunCases runs;
  private final ThisMachine machine;
  private final Host host;
  private final Rehearsal rehearsal;

  CommandTable(Application application, Host host, Rehearsal rehearsal) {
    this.application = application;
    this.home = application.home();
    this.sessions = application.sessions();
    this.runs = application.runs();
    this.machine = application.machine();
    this.host = host;
    this.rehearsal = rehearsal;
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public Object command(String name) {
    return switch (name) {
      case "add" ->
          new AddCommand(application::requestMaker, application::addSchedule, home::settings);
      case "init" -> new InitCommand(new ApplicationSetup(application), host);
      case "list" -> new ListCommand(application::listAllSchedules);
      case "calendar" -> new CalendarCommand(application::listAllSchedules);
      case "next" -> new NextCommand(application::listAllSchedules, application::waiter);
      case "show" -> new ShowCommand(application::showSchedule);
      case "edit" ->
          new EditCommand(
              application::requestMaker,
              application::changeSchedules,
              application::listSchedules,
              application::preview);
      case "skip" -> new SkipCommand(application::changeSchedules);
      case "away" -> new AwayCommand(application::changeAway);
      case "pause" -> new PauseCommand(application::changeSchedules);
      case "resume" -> new ResumeCommand(application::changeSchedules);
      case "remove" -> new RemoveCommand(application::changeSchedules, application::listSchedules);
      case "reservations" -> new ReservationsCommand(application::listReservations);
      case "cancel" -> new CancelCommand(application::cancelReservations);
      case "preview" -> new PreviewCommand(application::requestMaker, application::preview);
      case "run-due" ->
          new RunDueCommand(
              runs::runAccounts,
              runs::rehearse,
              runs::notificationPhase,
              runs::heartbeat,
              runs::rollingBackup,
              runs::leaveIdleNote,
              machine::beat,
              application::showSchedule);
      case "worker" -> new WorkerCommand(application::worker, application::showSchedule);
      case "accounts" -> new AccountsCommand(home::settings, application::listAccounts);
      case "machines" -> new MachinesCommand(machine::withOthers);
      case "retry" -> new RetryCommand(application::retryBooking);
      case "resolve" -> new ResolveCommand(application::resolveBooking);
      case "history" -> new HistoryCommand(application::history);
      case "login" ->
          new LoginCommand(sessions::session, sessions::login, application::listSchedules);
      case "logout" -> new LogoutCommand(sessions::logout);
      case "auth" -> new AuthCommand(sessions::session, application::listSchedules);
      case "refresh-token" -> new RefreshTokenCommand(sessions::session);
      case "key" -> new KeyCommand(sessions::rotateKey, sessions::replaceLostKey);
      case "backup" ->
          new BackupCommand(
              application::backupFolder, application::restoreBackup, application::acceptDatabase);
      case "import" -> new ImportCommand(application::importFiles);
      case "export" ->
          new ExportCommand(
              application::listSchedules, application::calendarFeed, application::homeExport);
      case "doctor" -> new DoctorCommand(application::doctor);
      case "config" -> new ConfigCommand(home::settings, home::configFile, home::settingSharing);
      case "install" -> new InstallCommand(host, application::settingsToInstall);
      case "completion" -> new CompletionCommand();
      case "notify" ->
          new NotifyCommand(application::channelStatuses, application::sendTestMessage);
      case "sandbox" -> new SandboxCommand();
      case "demo" -> new DemoCommand(rehearsal, host);
      case "help" -> new HelpCommand();
      case "complete" ->
          new CompleteCommand(
              home::settings, application::listSchedules, application::storedAccounts);
      case "man-pages" -> new ManPagesCommand();
      case "warm-up" -> new WarmUpCommand(rehearsal);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Override
  public HomeScreen homeScreen() {
    return new HomeScreen(application::doctor, application::listAllSchedules, application::history);
  }

  @Override
  public Venue venue() {
    return home.settings().venue();
  }

  @Override
  public Log log() {
    return home.log();
  }

  @Override
  public void close() {
    application.close();
  }
}
