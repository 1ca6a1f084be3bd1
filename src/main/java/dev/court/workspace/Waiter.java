package dev.court.workspace;

import java.time.Instant;

/** Lets time pass. */
public interface Waiter {

  /** Returns at {@code instant} or a little later, never before; spares the processor. */
  void sleepUntil(Instant instant) throws InterruptedException;

  /** Returns as soon as possible at {@code instant}, never before; may spin at the end. */
  void awaitExactly(Instant instant) throws InterruptedException;
}
