package dev.court.run.accounts;

import dev.court.notification.NotificationPhase;
import dev.court.notification.ProblemReport;
import dev.court.run.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Sends the messages of a run, account by account. */
public final class RunMessages {
  private RunMessages() {}

  /**
   * Sends them when the run is over and was reported. The first account has the ping of the dead
   * man's switch, which tells that the run is over, so it comes last.
   *
   * @param phases of the account of a name
   * @return a line for each channel whose messages are given up
   */
  public static List<String> send(
      List<AccountReport> reports, Function<String, NotificationPhase> phases) {
    List<String> givenUp = new ArrayList<>();
    for (int i = reports.size() - 1; i >= 0; i--) {
      AccountReport one = reports.get(i);
      givenUp.addAll(send(one.report(), phases.apply(one.account())));
    }
    return givenUp;
  }

  private static List<String> send(RunReport report, NotificationPhase phase) {
    return phase.after(
        report.problem().map(ProblemReport::problem), report.stillPending(), report.hasMessages());
  }
}
