package dev.court.run;

import dev.court.booking.Attempt;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.SignInNeeded;
import java.time.Duration;
import java.util.List;

/**
 * How the execution of a booking ended.
 *
 * @param attempts the requests that were sent, in order
 */
record ExecutionResult(Outcome outcome, List<Attempt> attempts) {
  private static final Duration NEXT_RUN = Duration.ofSeconds(30);

  ExecutionResult {
    attempts = List.copyOf(attempts);
  }

  /** An execution that ended before a request was sent. */
  static ExecutionResult unsent(RuntimeException cause) {
    return new ExecutionResult(outcomeOf(cause, false), List.of());
  }

  /**
   * The outcome of an execution that broke.
   *
   * @param mayHaveSent whether a request may have left; then nothing is tried again before a
   *     reading
   */
  static Outcome outcomeOf(RuntimeException cause, boolean mayHaveSent) {
    String reason =
        cause instanceof Problem ? cause.getMessage() : "cut short by a defect: " + cause;
    if (mayHaveSent) {
      return new Outcome.Unresolved(reason);
    }
    return cause instanceof SignInNeeded
        ? new Outcome.SignInRequired(reason)
        : new Outcome.TryAgain(reason, NEXT_RUN);
  }
}
