package dev.court.worker;

import dev.court.backup.RollingBackup;
import dev.court.notification.Heartbeat;
import dev.court.notification.NotificationPhase;
import dev.court.notification.ProblemReport;
import dev.court.run.RunListener;
import dev.court.run.RunOptions;
import dev.court.run.RunReport;
import dev.court.run.accounts.AccountReport;
import dev.court.run.accounts.RunAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One run of a worker, with all that {@code run-due} does. Its claims are its own: when it breaks
 * off, the next run finds them as those of a dead run.
 *
 * @param notification of the account of a name
 * @param end ends the claims of this run
 */
public record WorkerRun(
    RunAccounts due,
    Function<String, NotificationPhase> notification,
    Heartbeat heartbeat,
    RollingBackup backup,
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
    List<String> givenUp = new ArrayList<>();
    // The first has the ping of the dead man's switch, which tells that the run is over.
    for (int i = reports.size() - 1; i >= 0; i--) {
      givenUp.addAll(tell(reports.get(i)));
    }
    backup.makeIfDue();
    return givenUp;
  }

  private List<String> tell(AccountReport one) {
    RunReport report = one.report();
    return notification
        .apply(one.account())
        .after(
            report.problem().map(ProblemReport::problem),
            report.stillPending(),
            report.hasMessages());
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
