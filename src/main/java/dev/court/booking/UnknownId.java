package dev.court.booking;

/** No schedule or booking has this id. */
public final class UnknownId extends Problem {
  private static final long serialVersionUID = 1L;

  public UnknownId(String message) {
    this(message, null);
  }

  /**
   * Keeps the cause for {@code --debug}.
   *
   * @param cause may be null
   */
  public UnknownId(String message, Throwable cause) {
    super(message, cause);
  }
}
