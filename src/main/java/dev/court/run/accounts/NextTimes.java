package dev.court.run.accounts;

import dev.court.booking.AlternativeTimes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Says whether a run goes on with the next times of its occurrences. Each booking is passed on once
 * in a run: whatever brings a lost one back, no run asks Atrium for it in a circle.
 */
final class NextTimes {
  /** An occurrence has one time that is preferred, and its alternatives. */
  private static final int MOST_ROUNDS = AlternativeTimes.MOST + 1;

  private final Set<Long> passedOn = new HashSet<>();
  private int rounds;

  /**
   * Whether another round comes after one.
   *
   * @param lost the ids of the bookings that it has passed on
   */
  boolean isAnotherRoundAfter(Collection<Long> lost) {
    boolean isNew = lost.stream().noneMatch(passedOn::contains);
    passedOn.addAll(lost);
    return isNew && !lost.isEmpty() && ++rounds < MOST_ROUNDS;
  }
}
