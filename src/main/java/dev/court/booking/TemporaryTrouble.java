package dev.court.booking;

/** Something outside is out of order for the moment; the next run tries again. */
public final class TemporaryTrouble extends Problem {
  private static final long serialVersionUID = 1L;

  public TemporaryTrouble(String message) {
    this(message, null);
  }

  /**
   * Keeps the cause for {@code --debug}.
   *
   * @param cause may be null
   */
  public TemporaryTrouble(String message, Throwable cause) {
    super(message, cause);
  }
}
