package dev.court.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * All that open at one instant. The thread that waits for it sends the first request of each that
 * is ready, one after the other: waking a thread for each would take longer than that. Who comes
 * late sends for itself.
 */
final class OpeningBarrier {
  private final CountDownLatch opened = new CountDownLatch(1);
  private final List<BookingExecution> ready = new ArrayList<>();
  private boolean isOver;

  /** Waits for the opening; the pursuit's first request has left then, if it was ready. */
  void await(BookingExecution pursuit) throws InterruptedException {
    join(pursuit);
    opened.await();
  }

  /** The opening is now. */
  void open() {
    try {
      all().forEach(OpeningBarrier::shoot);
    } finally {
      opened.countDown();
    }
  }

  private static void shoot(BookingExecution pursuit) {
    try {
      pursuit.shoot();
    } catch (RuntimeException e) {
      // it must not stop the others; its own thread asks for the same court and meets it again
    }
  }

  private synchronized void join(BookingExecution pursuit) {
    if (!isOver) {
      ready.add(pursuit);
    }
  }

  private synchronized List<BookingExecution> all() {
    isOver = true;
    return ready;
  }
}
