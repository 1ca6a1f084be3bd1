package dev.court.cli.setup;

import dev.court.booking.SetupProblem;
import dev.court.cli.CourtCommand;
import dev.court.cli.Installation;
import dev.court.cli.LocalScheduler;
import dev.court.cli.setup.InitOptions.Caller;
import dev.court.host.Host;
import dev.court.host.InstallStep;
import dev.court.host.Scheduler;
import dev.court.settings.Settings;
import dev.court.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** One of those that can call {@code run-due}, and what it would change on this machine. */
final class CallerChoice {
  private final Caller chosen;
  private final List<InstallStep> changes;
  private final List<String> notes;

  private CallerChoice(Caller chosen, List<InstallStep> changes, List<String> notes) {
    this.chosen = chosen;
    this.changes = changes;
    this.notes = notes;
  }

  /**
   * Looks what it would change, and changes nothing.
   *
   * @throws SetupProblem when it cannot call court from here
   */
  static CallerChoice of(Caller caller, Host host, Settings settings) {
    if (caller != Caller.cron && caller != Caller.systemd) {
      return new CallerChoice(caller, List.of(), List.of());
    }
    // without an account: it serves all of them
    LocalScheduler here = new LocalScheduler(host, Workspace.ONLY_ACCOUNT);
    Scheduler scheduler = caller == Caller.cron ? here.cron(settings) : here.systemd(settings);
    return new CallerChoice(caller, scheduler.install(), scheduler.notes());
  }

  List<PlannedValue> planned(String origin) {
    List<PlannedValue> lines = new ArrayList<>();
    lines.add(
        switch (chosen) {
          case cron, systemd ->
              changes.isEmpty()
                  ? new PlannedValue("run-due", chosen + " calls it", PlannedValue.THERE)
                  : new PlannedValue("run-due", chosen + ", each minute", origin);
          case worker -> new PlannedValue("run-due", "court worker, kept running by you", origin);
          case github -> new PlannedValue("run-due", "a workflow of GitHub", origin);
        });
    for (InstallStep change : changes) {
      change.added().stream()
          .filter(line -> line.contains("run-due"))
          .forEach(line -> lines.add(new PlannedValue("", line, change.subject())));
    }
    return lines;
  }

  boolean isChange() {
    return !changes.isEmpty();
  }

  void perform(CourtCommand court) {
    Installation installation = new Installation();
    changes.forEach(installation::perform);
    notes.forEach(court::say);
  }

  /** What is left for the person to do, a sentence each. */
  List<String> leftovers() {
    return switch (chosen) {
      case worker -> List.of("keep court worker running: docs/worker.md says by what");
      case github -> List.of("in a copy of court's repository: court install github . --yes");
      case cron, systemd -> List.of();
    };
  }
}
