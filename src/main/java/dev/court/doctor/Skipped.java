package dev.court.doctor;

/** A check could not look, for a reason that another check is there to tell. */
final class Skipped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Skipped(String message) {
    super(message);
  }
}
