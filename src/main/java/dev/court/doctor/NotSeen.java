package dev.court.doctor;

/** A check could not look, for a reason that another check is there to tell. */
final class NotSeen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSeen(String message) {
    super(message);
  }
}
