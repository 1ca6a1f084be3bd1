package dev.court.doctor;

import java.util.function.Supplier;

/**
 * A value that several checks need, made when it is first asked for. When it cannot be made, one
 * check reports why, and the others are skipped.
 */
final class Lazy<T> {
  private final Supplier<T> making;
  private final String message;
  private Supplier<T> outcome;

  /**
   * Makes nothing yet.
   *
   * @param message the message of the checks that are skipped
   */
  Lazy(Supplier<T> making, String message) {
    this.making = making;
    this.message = message;
  }

  /** For the check that reports the failure: throws the same exception each time. */
  T get() {
    if (outcome == null) {
      outcome = tried();
    }
    return outcome.get();
  }

  /**
   * For the other checks.
   *
   * @throws Skipped when the value cannot be made
   */
  T orSkip() {
    try {
      return get();
    } catch (RuntimeException e) {
      throw e instanceof Skipped ? e : new Skipped(message);
    }
  }

  private Supplier<T> tried() {
    try {
      T made = making.get();
      return () -> made;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    }
  }
}
