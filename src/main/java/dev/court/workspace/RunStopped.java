package dev.court.workspace;

/** A signal has asked this process to end, and what was waited for is too far away. */
public final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunStopped() {
    super("stopped by a signal");
  }
}
