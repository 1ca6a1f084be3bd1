package dev.court.worker;

import dev.court.backup.RollingBackup;
import dev.court.notification.Heartbeat;
import dev.court.notification.NotificationPhase;
import dev.court.notification.ProblemReport;
import dev.court.run.RunDue;
import dev.court.run.RunListener;
import dev.court.run.RunOptions;
import dev.court.run.RunReport;
import java.util.List;

/**
 * One run of a worker, with all that {@code run-due} does. Its claims are its own: when it breaks
 * off, the next run finds them as those of a dead run.
 *
 * @param end ends the claims of this run
 */
public record WorkerRun(
    RunDue due,
    NotificationPhase notification,
    Heartbeat heartbeat,
    RollingBackup backup,
    AutoCloseable end) {

  RunReport book(RunListener listener) {
    try {
      return due.run(RunOptions.DEFAULT, listener);
    } catch (RuntimeException e) {
      heartbeat.failed(e);
      throw e;
    }
  }

  /** Returns a line for each channel whose messages are given up. */
  List<String> tell(RunReport report) {
    List<String> givenUp =
        notification.after(
            report.problem().map(ProblemReport::problem),
            report.stillPending(),
            report.hasMessages());
    backup.makeIfDue();
    return givenUp;
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
