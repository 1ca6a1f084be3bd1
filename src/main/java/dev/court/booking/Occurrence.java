package dev.court.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * One time to play: a wall-clock time at the venue and the instant it stands for.
 *
 * @param wallClock the time as it was asked for
 * @param start the time as it is played; differs from {@code wallClock} only in a DST gap
 */
public record Occurrence(LocalDateTime wallClock, ZonedDateTime start)
    implements Comparable<Occurrence> {

  /** What the clock change does to a wall-clock time. */
  public enum ClockChange {
    NONE,
    /** The time does not exist that day and moves forward by the gap. */
    GAP,
    /** The time happens twice that day and the earlier one counts. */
    OVERLAP
  }

  /**
   * Resolves a wall-clock time: in a gap it moves forward by the gap's length, in an overlap the
   * earlier one counts (RFC 5545, 3.3.5).
   */
  public static Occurrence of(LocalDateTime wallClock, ZoneId zone) {
    return new Occurrence(wallClock, ZonedDateTime.ofLocal(wallClock, zone, null));
  }

  public Instant instant() {
    return start.toInstant();
  }

  /** Whether the time fell into a clock change, for a word to the person. */
  public ClockChange clockChange() {
    return switch (start.getZone().getRules().getValidOffsets(wallClock).size()) {
      case 0 -> ClockChange.GAP;
      case 1 -> ClockChange.NONE;
      // The later one is never asked for; an occurrence may only run into it.
      default ->
          start.equals(start.withEarlierOffsetAtOverlap()) ? ClockChange.OVERLAP : ClockChange.NONE;
    };
  }

  @Override
  public int compareTo(Occurrence other) {
    return start.compareTo(other.start);
  }
}
