package dev.court.doctor;

import dev.court.booking.Problem;
import dev.court.text.ControlCharacters;
import java.util.Optional;

/**
 * The result of one check.
 *
 * @param subject the thing that was checked, in a word
 * @param account whose it is; empty for what all accounts have in common
 * @param message one line: what was found, and the remedy where one is needed
 * @param cause what keeps the program from working, if something does: a {@link Problem}, or a
 *     defect of the program itself
 */
public record Finding(
    String subject,
    Optional<String> account,
    Verdict verdict,
    String message,
    Optional<RuntimeException> cause) {

  /**
   * The message may quote a server or a file, so line breaks and control characters are taken out.
   */
  public Finding {
    message = ControlCharacters.line(message);
  }

  /** How serious a finding is. */
  public enum Verdict {
    OK,
    /** The check could not run; nothing is known to be wrong. */
    SKIPPED,
    /** It works, but a person should look at it. */
    WARNING,
    /** A booking is lost because of it, or will be. */
    TROUBLE
  }

  private Finding(
      String subject, Verdict verdict, String message, Optional<RuntimeException> cause) {
    this(subject, Optional.empty(), verdict, message, cause);
  }

  Finding of(Optional<String> whose) {
    return new Finding(subject, whose, verdict, message, cause);
  }

  /** The same in other words. */
  public Finding saying(String words) {
    return new Finding(subject, account, verdict, words, cause);
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

  /** The check itself failed. Its message is left out, because it may hold a secret. */
  static Finding defect(String subject, RuntimeException defect) {
    String message =
        "could not be looked at, for a defect in court: run it again with --debug and report what it prints";
    return new Finding(subject, Verdict.TROUBLE, message, Optional.of(defect));
  }
}
