package dev.court.schedule;

import dev.court.booking.Occurrence;
import dev.court.booking.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * Another schedule for the same time.
 *
 * @param first the first occurrence of the one schedule that overlaps the other
 * @param more the number of further such occurrences within a year
 * @param contest empty where both belong to the same account
 */
public record Overlap(Schedule other, Occurrence first, int more, Optional<Contest> contest) {

  /**
   * Both belong to different people, who ask for the same courts.
   *
   * @param account whose the other schedule is
   * @param courts the ids of those that both want, at least one
   */
  public record Contest(String account, List<String> courts) {}

  Overlap with(Contest other) {
    return new Overlap(this.other, first, more, Optional.of(other));
  }
}
