package dev.court.booking;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that keeps going wrong. It is stored so that not every run tells it again.
 *
 * @param subject its kind, or the booking that it keeps from being made
 * @param reason why, as it was last told or first seen
 * @param since when it began this time
 * @param toldAt when the person was last told; null when that never was
 * @param announced whether the person was told since it began, and so wants to hear of its end
 * @param isOver whether it has passed
 */
public record Incident(
    String subject,
    String reason,
    Instant since,
    Instant toldAt,
    boolean announced,
    boolean isOver) {

  /** One that nobody was told of yet. */
  public static Incident first(String subject, String reason, Instant now) {
    return new Incident(subject, reason, now, null, false, false);
  }

  /** The incident as it is when it is there: for the first time, still, or again. */
  public Incident seen(Instant now) {
    return isOver ? new Incident(subject, reason, now, toldAt, false, false) : this;
  }

  /** The incident after the person was told. */
  public Incident told(String presentReason, Instant now) {
    return new Incident(subject, presentReason, since, now, true, false);
  }

  /** The incident after it passed; it is kept for a while, since it may come back soon. */
  public Incident over() {
    return new Incident(subject, reason, since, toldAt, false, true);
  }

  /** Whether the person was told less than {@code age} ago. */
  public boolean wasToldWithin(Duration age, Instant now) {
    return toldAt != null && toldAt.plus(age).isAfter(now);
  }
}
