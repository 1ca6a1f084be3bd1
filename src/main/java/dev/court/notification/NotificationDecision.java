package dev.court.notification;

/**
 * Whether a person is told of an event, and why. It is made by {@link NotificationPolicy} alone.
 */
public enum NotificationDecision {
  /** Nobody was told of it yet, or it is not what was told before. */
  NEW(true),
  /** It was told long ago, and lasts. */
  REMINDER(true),
  /** A booking is due: each run says what keeps it from being made. */
  PRESSING(true),
  /** It was told not long ago. */
  REPEATED(false),
  /** The problem of the whole run is told instead. */
  COVERED(false),
  /** It may pass by itself. */
  TOO_EARLY(false);

  private final boolean isTold;

  NotificationDecision(boolean isTold) {
    this.isTold = isTold;
  }

  public boolean isTold() {
    return isTold;
  }

  /** This decision if it tells, otherwise the other one. */
  public NotificationDecision or(NotificationDecision other) {
    return isTold ? this : other;
  }
}
