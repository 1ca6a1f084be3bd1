package dev.court.booking;

/** What was asked for cannot be done as it stands; nothing was changed. */
public final class InvalidRequest extends Problem {
  private static final long serialVersionUID = 1L;

  public InvalidRequest(String message) {
    this(message, null);
  }

  /**
   * Keeps the cause for {@code --debug}.
   *
   * @param cause may be null
   */
  public InvalidRequest(String message, Throwable cause) {
    super(message, cause);
  }
}
