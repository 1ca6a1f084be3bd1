package dev.court.cli;

import dev.court.backup.RollingBackup;
import dev.court.booking.ScheduledBooking;
import dev.court.notification.Heartbeat;
import dev.court.notification.NotificationPhase;
import dev.court.run.RunListener;
import dev.court.run.RunOptions;
import dev.court.run.accounts.AccountReport;
import dev.court.run.accounts.RunAccounts;
import dev.court.run.accounts.RunMessages;
import dev.court.run.idle.LeaveIdleNote;
import dev.court.schedule.ShowSchedule;
import dev.court.workspace.MachineBeat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "run-due",
    description = {
      "Book what is due; for cron, each minute.",
      "Waits for openings that are near, and prints nothing when nothing is due."
    })
public final class RunDueCommand implements Callable<Integer> {
  private final Supplier<RunAccounts> run;
  private final Function<RunOptions, Map<String, List<ScheduledBooking>>> rehearsal;
  private final Function<String, NotificationPhase> notification;
  private final Supplier<Heartbeat> heartbeat;
  private final Supplier<RollingBackup> backup;
  private final Supplier<LeaveIdleNote> idle;
  private final Supplier<MachineBeat> beat;
  private final Function<String, ShowSchedule> show;

  @ParentCommand CourtCommand court;
  @Mixin FormatOption output;

  @Option(
      names = "--within",
      paramLabel = "SPAN",
      defaultValue = "PT75S",
      description = "Take what opens within this time (default: ${DEFAULT-VALUE}).")
  String within;

  @Option(
      names = "--give-up",
      paramLabel = "SPAN",
      defaultValue = "PT60S",
      description = "Go on for this long after an opening (default: ${DEFAULT-VALUE}).")
  String giveUp;

  @Option(names = "--only", paramLabel = "ID", description = "Only this schedule.")
  String only;

  @Option(names = "--dry-run", description = "Show what a run would take now, and do nothing.")
  boolean dryRun;

  public RunDueCommand(
      Supplier<RunAccounts> run,
      Function<RunOptions, Map<String, List<ScheduledBooking>>> rehearsal,
      Function<String, NotificationPhase> notification,
      Supplier<Heartbeat> heartbeat,
      Supplier<RollingBackup> backup,
      Supplier<LeaveIdleNote> idle,
      Supplier<MachineBeat> beat,
      Function<String, ShowSchedule> show) {
    this.run = run;
    this.rehearsal = rehearsal;
    this.notification = notification;
    this.heartbeat = heartbeat;
    this.backup = backup;
    this.idle = idle;
    this.beat = beat;
    this.show = show;
  }

  @Override
  public Integer call() {
    RunOptions options =
        new RunOptions(
            Dates.span(within),
            Dates.span(giveUp),
            only == null ? null : (Long) IdKind.SCHEDULE.read(only));
    if (dryRun) {
      new AccountReporter(court, show).rehearsed(rehearsal.apply(options), output.format);
      return ExitCodes.DONE;
    }
    List<AccountReport> reports = run(options);
    new AccountReporter(court, show).print(reports, output.format);
    court.flush();
    RunMessages.send(reports, notification)
        .forEach(line -> court.console().err().println("court: " + line));
    backup.get().makeIfDue();
    beat.get().show();
    if (isUsual(options) && isQuiet(reports)) {
      idle.get().leave(options.within());
    }
    return ExitCodes.of(reports);
  }

  /** The launcher leaves nothing out of a run with options. */
  private boolean isUsual(RunOptions options) {
    return options.isDefault() && court.accounts().isEmpty();
  }

  /** What is told at each run keeps the launcher from leaving anything out; a ping too. */
  private boolean isQuiet(List<AccountReport> reports) {
    return reports.stream().allMatch(one -> one.report().problem().isEmpty())
        && !heartbeat.get().isUsed();
  }

  private List<AccountReport> run(RunOptions options) {
    try {
      return run.get().run(options, listener());
    } catch (RuntimeException e) {
      heartbeat.get().failed(e);
      throw e;
    }
  }

  private RunListener listener() {
    return court.console().isTerminal() && !court.isQuiet()
        ? new Countdown(court.cursor(), court.venue(), court.clock())
        : RunListener.NOBODY;
  }
}
