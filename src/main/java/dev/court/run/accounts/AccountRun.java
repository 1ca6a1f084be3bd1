package dev.court.run.accounts;

import dev.court.booking.Problem;
import dev.court.run.BegunRun;
import dev.court.run.RunReport;
import java.util.Optional;
import java.util.Set;

/** The run of one account among others, or what kept it from beginning. */
final class AccountRun {
  private final String account;
  private final BegunRun begun;
  private final Optional<RuntimeException> stopped;
  private RunReport more = RunReport.NOTHING;

  AccountRun(String account, BegunRun begun) {
    this.account = account;
    this.begun = begun;
    this.stopped = Optional.empty();
  }

  AccountRun(String account, Problem problem) {
    this.account = account;
    this.begun = null;
    this.stopped = Optional.of(problem);
    this.more = RunReport.of(problem);
  }

  String account() {
    return account;
  }

  BegunRun begun() {
    return begun;
  }

  /** The runs of other machines that hold bookings of it. */
  Set<String> elsewhere() {
    return begun == null ? Set.of() : begun.elsewhere();
  }

  boolean isDue() {
    return begun != null && begun.isDue();
  }

  /** The ids of the bookings that are lost while another time of their occurrence is not. */
  Set<Long> passedOn() {
    return begun == null ? Set.of() : begun.passedOn();
  }

  boolean isStoppedBy(Class<? extends Problem> kind) {
    return stopped.filter(kind::isInstance).isPresent();
  }

  /** Does a step; what breaks in it is the trouble of this account alone. */
  void tried(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      more = more.and(RunReport.defect(e));
    }
  }

  /** What comes after the openings. */
  void goOn() {
    if (begun != null) {
      tried(() -> more = more.and(begun.after()));
    }
  }

  /** What it did, which the log says too. */
  AccountReport report() {
    RunReport all = begun == null ? more : begun.soFar().and(more);
    if (begun != null) {
      begun.log(all);
    }
    return new AccountReport(account, all);
  }
}
