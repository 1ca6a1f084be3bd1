package dev.court.cli;

import dev.court.booking.Venue;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How long a reservation may be.
 *
 * @param slot in minutes
 * @param longest in minutes, a multiple of the slot
 */
record Lengths(long slot, long longest) {
  private static final int MOST_NAMED = 6;

  static Lengths of(Venue venue) {
    long slot = venue.slot().toMinutes();
    return new Lengths(slot, venue.maxDuration().toMinutes() / slot * slot);
  }

  /** Whether there is more than one. */
  boolean isChoice() {
    return longest > slot;
  }

  /** Such as "30 or 60". */
  String words() {
    long count = longest / slot;
    if (count > MOST_NAMED) {
      return "%s to %s in steps of %s".formatted(slot, longest, slot);
    }
    List<String> shorter =
        LongStream.range(1, count).mapToObj(slots -> String.valueOf(slots * slot)).toList();
    return String.join(", ", shorter) + " or " + longest;
  }
}
