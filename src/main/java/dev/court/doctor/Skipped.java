package dev.court.doctor;

/** A check could not run, for a reason that another check reports. */
final class Skipped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Skipped(String message) {
    super(message);
  }
}
