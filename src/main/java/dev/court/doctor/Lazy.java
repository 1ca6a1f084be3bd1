package dev.court.doctor;

import java.util.function.Supplier;

/**
 * What several checks build on, made when it is first asked for. Where it cannot be had, the check
 * in charge says why, and the others that they could not look.
 */
final class Lazy<T> {
  private final Supplier<T> making;
  private final String otherwise;
  private Supplier<T> outcome;

  /**
   * Nothing is made yet.
   *
   * @param otherwise what the others say when it cannot be made
   */
  Lazy(Supplier<T> making, String otherwise) {
    this.making = making;
    this.otherwise = otherwise;
  }

  /** For the check in charge: throws whatever keeps it from being had, the same each time. */
  T get() {
    if (outcome == null) {
      outcome = tried();
    }
    return outcome.get();
  }

  /**
   * For the others.
   *
   * @throws Skipped when it cannot be had
   */
  T orSkip() {
    try {
      return get();
    } catch (RuntimeException e) {
      throw e instanceof Skipped ? e : new Skipped(otherwise);
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
