package dev.court.booking;

import java.time.Instant;

/**
 * A request that is kept.
 *
 * @param id unique in the database
 * @param accountId whose it is
 * @param asked what was asked for
 * @param pausedUntil occurrences before this are not booked; null when not paused, {@link #FOREVER}
 *     when paused without an end
 * @param removed whether the person took it back
 * @param createdAt when it was added
 * @param uid the same whatever becomes of it: what a calendar calls what it was made from, or made
 *     of what it was born with
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

  /** What a schedule is called that did not come from elsewhere. */
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
