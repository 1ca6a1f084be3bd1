package dev.court.worker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The runs of a worker that are under way, each in a thread of its own. */
final class LiveRuns {
  /** A run lasts some three minutes at most, and one begins each minute and with each change. */
  private static final int MOST = 32;

  private final Semaphore places = new Semaphore(MOST);

  /**
   * Begins a run and returns when it ends, or when it waits for an opening and can be left alone.
   *
   * @param work calls what it is given once it waits
   */
  void begin(Consumer<Runnable> work) throws InterruptedException {
    places.acquire();
    CountDownLatch isAlone = new CountDownLatch(1);
    Thread thread = new Thread(() -> run(work, isAlone), "court-run");
    thread.setDaemon(true);
    thread.start();
    isAlone.await();
  }

  private void run(Consumer<Runnable> work, CountDownLatch isAlone) {
    try {
      work.accept(isAlone::countDown);
    } finally {
      places.release();
      isAlone.countDown();
    }
  }

  int count() {
    return MOST - places.availablePermits();
  }

  /** Waits until all have ended, by real time, and returns whether they have. */
  boolean end(long millis) throws InterruptedException {
    return places.tryAcquire(MOST, millis, TimeUnit.MILLISECONDS);
  }
}
