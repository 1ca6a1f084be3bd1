package dev.court.booking;

/** Nothing can be booked until the person signs in. */
public final class SignInNeeded extends Problem {
  private static final long serialVersionUID = 1L;

  public SignInNeeded(String message) {
    this(message, null);
  }

  /**
   * Keeps the cause for {@code --debug}.
   *
   * @param cause may be null
   */
  public SignInNeeded(String message, Throwable cause) {
    super(message, cause);
  }
}
