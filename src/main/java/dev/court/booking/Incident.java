package dev.court.booking;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that keeps going wrong, so that each minute's run need not tell it again.
 *
 * @param subject its kind, or what it keeps from being done
 * @param reason why, as it was last told or first seen
 * @param since when its present spell began
 * @param toldAt when the person was last told; null when that never was
 * @param announced whether the person was told in this spell, and so wants to hear of its end
 * @param isOver whether it has passed
 */
public record Incident(
    String subject,
    String reason,
    Instant since,
    Instant toldAt,
    boolean announced,
    boolean isOver) {
  /** What lasts is told again, since a message is easily overlooked. */
  static final Duration AGAIN = Duration.ofHours(24);

  /** What comes and goes, or changes its reason, is told no more often. */
  static final Duration LEAST = Duration.ofHours(1);

  /** Nobody has heard of it yet. */
  public static Incident first(String subject, String reason, Instant now) {
    return new Incident(subject, reason, now, null, false, false);
  }

  /** It is there, for the first time, still, or again; {@link #isNews} of it tells what to do. */
  public Incident seen(Instant now) {
    return isOver ? new Incident(subject, reason, now, toldAt, false, false) : this;
  }

  /**
   * Whether to tell the person now.
   *
   * @param present the reason as it is now
   * @param patience how long it may last before it is worth a word
   */
  public boolean isNews(String present, Duration patience, Instant now) {
    if (since.plus(patience).isAfter(now) || isYounger(LEAST, now)) {
      return false;
    }
    return !announced || !reason.equals(present) || !isYounger(AGAIN, now);
  }

  /** The person was told. */
  public Incident told(String present, Instant now) {
    return new Incident(subject, present, since, now, true, false);
  }

  /** It has passed; kept for a while, for the case that it comes back soon. */
  public Incident over() {
    return new Incident(subject, reason, since, toldAt, false, true);
  }

  /** Whether it passed so long ago that it may be forgotten. */
  public boolean isForgotten(Instant now) {
    return isOver && !isYounger(LEAST, now);
  }

  private boolean isYounger(Duration age, Instant now) {
    return toldAt != null && toldAt.plus(age).isAfter(now);
  }
}
