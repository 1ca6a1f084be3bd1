package dev.court.worker;

import dev.court.backup.RollingBackup;
import dev.court.notification.Heartbeat;
import dev.court.notification.NotificationPhase;
import dev.court.run.RunListener;
import dev.court.run.RunOptions;
import dev.court.run.accounts.AccountReport;
import dev.court.run.accounts.RunAccounts;
import dev.court.run.accounts.RunMessages;
import java.util.List;
import java.util.function.Function;

/**
 * One run of a worker, with all that {@code run-due} does. Its claims are its own: when it breaks
 * off, the next run finds them as those of a dead run.
 *
 * @param notification of the account of a name
 * @param quiet finds out until when no run has anything to do
 * @param end ends the claims of this run
 */
public record WorkerRun(
    RunAccounts due,
    Function<String, NotificationPhase> notification,
    Heartbeat heartbeat,
    RollingBackup backup,
    Runnable quiet,
    AutoCloseable end) {

  /** A report for each account. */
  List<AccountReport> book(RunListener listener) {
    try {
      return due.run(RunOptions.DEFAULT, listener);
    } catch (RuntimeException e) {
      heartbeat.failed(e);
      throw e;
    }
  }

  /** Returns a line for each channel whose messages are given up. */
  List<String> tell(List<AccountReport> reports) {
    List<String> givenUp = RunMessages.send(reports, notification);
    backup.makeIfDue();
    return givenUp;
  }

  /** What is told at each run, and a ping, keeps each tick from being left out. */
  void rest(List<AccountReport> reports) {
    if (!heartbeat.isUsed() && reports.stream().allMatch(one -> one.report().problem().isEmpty())) {
      quiet.run();
    }
  }

  void close() {
    try {
      end.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
