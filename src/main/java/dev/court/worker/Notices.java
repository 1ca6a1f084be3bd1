package dev.court.worker;

import dev.court.workspace.Waiter;
import java.time.Instant;

/** Wakes the one thread that sleeps here. A notice that comes while it works is kept. */
final class Notices {
  private Thread sleeper;
  private boolean isGiven;

  synchronized void give() {
    isGiven = true;
    if (sleeper != null) {
      sleeper.interrupt();
    }
  }

  /**
   * Sleeps until an instant, or until there is a notice.
   *
   * @return whether there was one
   * @throws InterruptedException when the thread was interrupted for another reason
   */
  boolean sleepUntil(Instant instant, Waiter waiter) throws InterruptedException {
    if (!lieDown()) {
      return true;
    }
    boolean isWoken = false;
    try {
      waiter.sleepUntil(instant);
    } catch (InterruptedException e) {
      isWoken = true;
    } catch (RuntimeException e) {
      boolean unused = getUp();
      throw e;
    }
    boolean wasGiven = getUp();
    if (isWoken && !wasGiven) {
      throw new InterruptedException();
    }
    return wasGiven;
  }

  private synchronized boolean lieDown() {
    if (isGiven) {
      isGiven = false;
      return false;
    }
    sleeper = Thread.currentThread();
    return true;
  }

  private synchronized boolean getUp() {
    sleeper = null;
    boolean wasGiven = isGiven;
    isGiven = false;
    if (wasGiven) {
      // The notice may have come after the sleep, and must not disturb what follows.
      boolean unused = Thread.interrupted();
    }
    return wasGiven;
  }
}
