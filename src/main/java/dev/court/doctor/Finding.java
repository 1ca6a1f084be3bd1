package dev.court.doctor;

import dev.court.booking.Problem;
import dev.court.text.ControlCharacters;
import java.util.Optional;

/**
 * What one look found.
 *
 * @param subject what was looked at, in a word
 * @param message one line: what was found, and what helps where it is not well
 * @param cause what keeps the program from working, if something does: a {@link Problem}, or a
 *     defect of the program itself
 */
public record Finding(
    String subject, Verdict verdict, String message, Optional<RuntimeException> cause) {

  /** What a server or a file said must not break the line, or drive a terminal. */
  public Finding {
    message = ControlCharacters.line(message);
  }

  /** How bad it is. */
  public enum Verdict {
    OK,
    /** Nobody could look; nothing is known to be wrong. */
    SKIPPED,
    /** It works, but somebody should look. */
    WARNING,
    /** A booking is, or will be, lost for it. */
    TROUBLE
  }

  static Finding ok(String subject, String message) {
    return new Finding(subject, Verdict.OK, message, Optional.empty());
  }

  static Finding skipped(String subject, String message) {
    return new Finding(subject, Verdict.SKIPPED, message, Optional.empty());
  }

  static Finding warning(String subject, String message) {
    return new Finding(subject, Verdict.WARNING, message, Optional.empty());
  }

  static Finding trouble(String subject, Problem problem) {
    return new Finding(subject, Verdict.TROUBLE, problem.getMessage(), Optional.of(problem));
  }

  /** The check itself broke. Its message is left out: it may hold anything, a secret too. */
  static Finding defect(String subject, RuntimeException defect) {
    String message =
        "could not be looked at, for a defect in court (%s): run it again with --debug and report what it prints"
            .formatted(defect.getClass().getSimpleName());
    return new Finding(subject, Verdict.TROUBLE, message, Optional.of(defect));
  }
}
