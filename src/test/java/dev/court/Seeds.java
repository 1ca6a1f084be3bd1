package dev.court;

import java.util.stream.LongStream;

/** Which of the plays that are drawn at random are played. */
public final class Seeds {
  private Seeds() {}

  /**
   * The first ones; {@code -Dcourt.first=N} begins with another one, and {@code -Dcourt.seed=N} is
   * one alone.
   *
   * @param count the property that says how many
   * @param usual how many where it does not say
   */
  public static LongStream of(String count, int usual) {
    Long only = Long.getLong("court.seed");
    long first = Long.getLong("court.first", 1);
    return only == null
        ? LongStream.range(first, first + Long.getLong(count, usual))
        : LongStream.of(only);
  }
}
