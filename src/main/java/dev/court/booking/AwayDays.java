package dev.court.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Days on which a person is away, by the venue's calendar.
 *
 * @param last inclusive
 */
public record AwayDays(LocalDate first, LocalDate last) implements Comparable<AwayDays> {

  /**
   * A period in which the person of an account is away.
   *
   * @param id unique in the database
   * @param exceptIds the schedules that are booked all the same
   */
  public record AwayPeriod(long id, AwayDays days, List<Long> exceptIds) {
    public AwayPeriod {
      exceptIds = List.copyOf(exceptIds);
    }

    /** Whether it counts for a schedule of its account. */
    public boolean isFor(long scheduleId) {
      return !exceptIds.contains(scheduleId);
    }
  }

  public AwayDays {
    if (last.isBefore(first)) {
      throw new InvalidRequest(
          "the last day %s lies before the first, %s: the earlier day comes first"
              .formatted(last, first));
    }
  }

  /** Whether any of the play is on one of these days, by the clock of its zone. */
  public boolean touch(ZonedDateTime start, Duration length) {
    ZonedDateTime end = start.plus(length);
    return start.isBefore(last.plusDays(1).atStartOfDay(start.getZone()))
        && end.isAfter(first.atStartOfDay(start.getZone()));
  }

  @Override
  public int compareTo(AwayDays other) {
    int byFirst = first.compareTo(other.first);
    return byFirst == 0 ? last.compareTo(other.last) : byFirst;
  }
}
