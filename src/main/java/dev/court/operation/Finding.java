package dev.court.operation;

import dev.court.booking.Problem;
import java.util.Optional;

/**
 * What one look at the set-up found.
 *
 * @param subject what was looked at, in a word
 * @param message what was found, and what helps where it is not well
 * @param problem what keeps the program from working, if it does
 */
public record Finding(String subject, Verdict verdict, String message, Optional<Problem> problem) {

  /** How bad it is. */
  public enum Verdict {
    OK,
    /** It works, but somebody should look. */
    WARNING,
    TROUBLE
  }

  static Finding ok(String subject, String message) {
    return new Finding(subject, Verdict.OK, message, Optional.empty());
  }

  static Finding warning(String subject, String message) {
    return new Finding(subject, Verdict.WARNING, message, Optional.empty());
  }

  /** What keeps the program from working; the problem's words hold the remedy. */
  public static Finding trouble(String subject, Problem problem) {
    return new Finding(subject, Verdict.TROUBLE, problem.getMessage(), Optional.of(problem));
  }
}
