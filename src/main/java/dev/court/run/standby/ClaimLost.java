package dev.court.run.standby;

/** Another run has taken a booking over, so this one must ask for no court that it did not arm. */
public final class ClaimLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ClaimLost() {
    super("another run has taken the booking over");
  }
}
