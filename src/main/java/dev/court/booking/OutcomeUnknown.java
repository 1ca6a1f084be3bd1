package dev.court.booking;

/** Nobody knows whether a booking was made. */
public final class OutcomeUnknown extends Problem {
  private static final long serialVersionUID = 1L;

  public OutcomeUnknown(String message) {
    super(message, null);
  }
}
