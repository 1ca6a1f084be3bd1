package dev.court.terminal;

/** What an answer means, if it means anything. */
public sealed interface TypedAnswer<T> {

  /** The answer is taken. */
  record Usable<T>(T value) implements TypedAnswer<T> {}

  /**
   * The question is put again.
   *
   * @param why one line that says what to type instead
   */
  record Unusable<T>(String why) implements TypedAnswer<T> {}
}
