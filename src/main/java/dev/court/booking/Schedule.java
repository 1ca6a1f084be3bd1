package dev.court.booking;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A request of a person, as it is stored.
 *
 * @param id unique in the database
 * @param accountId whose it is
 * @param asked what was asked for
 * @param pausedUntil occurrences before this are not booked; null when not paused, {@link #FOREVER}
 *     when paused without an end
 * @param removed whether the person removed it
 * @param createdAt when it was added
 * @param uid never changes: the UID of the calendar event it was imported from, or else {@link
 *     #ownUid}
 * @param away the days on which the person is away, as far as they count for this schedule
 */
public record Schedule(
    long id,
    long accountId,
    ScheduleRequest asked,
    Instant pausedUntil,
    boolean removed,
    Instant createdAt,
    String uid,
    SortedSet<AwayDays> away) {

  public Schedule {
    away = Collections.unmodifiableSortedSet(new TreeSet<>(away));
  }

  /** Later than any occurrence, and within what every database can hold. */
  public static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

  /** The uid of a schedule that was not imported. */
  public static String ownUid(long id, Instant createdAt) {
    return id + "-" + createdAt.toEpochMilli();
  }

  public boolean isPaused(Instant now) {
    return pausedUntil != null && pausedUntil.isAfter(now);
  }

  /** Whether a pause leaves out an occurrence that starts at {@code start}. */
  private boolean isPausedAt(Instant start) {
    return pausedUntil != null && start.isBefore(pausedUntil);
  }

  /** Whether an occurrence is not to be booked: in a pause, or while the person is away. */
  public boolean leavesOut(ZonedDateTime start) {
    return isPausedAt(start.toInstant()) || isAwayAt(start);
  }

  /** Whether a booking is left out, by the occurrence that it is a part of. */
  public boolean leavesOut(Booking booking) {
    return leavesOut(occurrence(booking));
  }

  /** Whether it is left out since the person is away; its schedule may be paused too. */
  public boolean isAwayAt(Booking booking) {
    return isAwayAt(occurrence(booking));
  }

  private boolean isAwayAt(ZonedDateTime start) {
    return away.stream().anyMatch(days -> days.touch(start, asked.duration()));
  }

  /** By the zone that the booking was made with; the settings may have another one now. */
  private static ZonedDateTime occurrence(Booking booking) {
    return booking.partOf().atZone(booking.occurrence().start().getZone());
  }
}
