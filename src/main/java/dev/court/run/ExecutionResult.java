package dev.court.run;

import dev.court.booking.Attempt;
import dev.court.booking.OpenShot;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.RunBackoff;
import dev.court.booking.SignInNeeded;
import dev.court.run.byhand.HeldEnd;
import dev.court.run.standby.ClaimLost;
import dev.court.workspace.RunStopped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the execution of a booking ended.
 *
 * @param attempts the requests that were sent, in order
 * @param written the report, where the outcome is written down already
 */
record ExecutionResult(Outcome outcome, List<Attempt> attempts, Optional<RunReport> written) {
  ExecutionResult {
    attempts = List.copyOf(attempts);
  }

  ExecutionResult(Outcome outcome, List<Attempt> attempts) {
    this(outcome, attempts, Optional.empty());
  }

  /** Nothing was asked for, since the person held it already. */
  static ExecutionResult of(HeldEnd held) {
    return new ExecutionResult(
        held.report().outcome(),
        List.of(),
        Optional.of(RunReport.of(held.report(), held.hasMessages())));
  }

  /** An execution that ended before a request was sent. */
  static ExecutionResult unsent(RuntimeException cause) {
    return new ExecutionResult(outcomeOf(cause, Optional.empty()), List.of());
  }

  /**
   * The outcome of an execution that broke.
   *
   * @param open the request that may have booked
   */
  static Outcome outcomeOf(RuntimeException cause, Optional<OpenShot> open) {
    String reason =
        cause instanceof Problem || cause instanceof RunStopped || cause instanceof ClaimLost
            ? cause.getMessage()
            : "cut short by a defect in court: see court.log";
    if (open.isPresent()) {
      return new Outcome.Unresolved(reason, open.get());
    }
    if (cause instanceof RunStopped) {
      return new Outcome.TryAgain(reason, Duration.ZERO);
    }
    return cause instanceof SignInNeeded
        ? new Outcome.SignInRequired(reason)
        : new Outcome.TryAgain(reason, RunBackoff.NEXT_RUN);
  }
}
