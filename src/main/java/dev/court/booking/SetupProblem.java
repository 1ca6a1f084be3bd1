package dev.court.booking;

/** Configuration or storage cannot be used as it is. */
public final class SetupProblem extends Problem {
  private static final long serialVersionUID = 1L;

  public SetupProblem(String message) {
    this(message, null);
  }

  /**
   * Keeps the cause for {@code --debug}.
   *
   * @param cause may be null
   */
  public SetupProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
