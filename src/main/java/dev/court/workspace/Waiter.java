package dev.court.workspace;

import java.time.Instant;

/** Waits until an instant. */
public interface Waiter {

  /** Returns at {@code instant} or a little later, never before; does not load the processor. */
  void sleepUntil(Instant instant) throws InterruptedException;

  /** Returns at {@code instant} as exactly as possible, never before; may load the processor. */
  void awaitExactly(Instant instant) throws InterruptedException;
}
