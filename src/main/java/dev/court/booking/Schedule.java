package dev.court.booking;

import java.time.Instant;

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
 */
public record Schedule(
    long id,
    long accountId,
    ScheduleRequest asked,
    Instant pausedUntil,
    boolean removed,
    Instant createdAt,
    String uid) {

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
  public boolean leavesOut(Instant start) {
    return pausedUntil != null && start.isBefore(pausedUntil);
  }

  /** Whether a pause leaves out a booking, by the start of the occurrence that it is a part of. */
  public boolean leavesOut(Booking booking) {
    return leavesOut(booking.partOf());
  }
}
