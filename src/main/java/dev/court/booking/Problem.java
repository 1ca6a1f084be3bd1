package dev.court.booking;

/**
 * Something a person has to know, in one line that names the cause and the remedy. Each kind is one
 * exit code of the command line.
 */
public abstract sealed class Problem extends RuntimeException
    permits InvalidRequest,
        UnknownId,
        SignInNeeded,
        TemporaryTrouble,
        SetupProblem,
        OutcomeUnknown {
  private static final long serialVersionUID = 1L;

  Problem(String message, Throwable cause) {
    super(message, cause);
  }
}
