package dev.court.booking;

/** Something outside is out of order for the moment; the next run tries again. */
public final class TemporaryTrouble extends Problem {
  private static final long serialVersionUID = 1L;

  private final boolean isLasting;

  public TemporaryTrouble(String message) {
    this(message, (Throwable) null);
  }

  /** Trouble that hardly passes within seconds, if {@code isLasting}. */
  public TemporaryTrouble(String message, boolean isLasting) {
    super(message, null);
    this.isLasting = isLasting;
  }

  /** Whether it hardly passes within seconds, so that it is not to be tried again at once. */
  public boolean isLasting() {
    return isLasting;
  }

  /**
   * Keeps the cause for {@code --debug}.
   *
   * @param cause may be null
   */
  public TemporaryTrouble(String message, Throwable cause) {
    super(message, cause);
    this.isLasting = false;
  }
}
