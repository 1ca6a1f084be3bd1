package dev.court.run.opening;

import dev.court.log.Log;
import dev.court.workspace.RunStopped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where all bookings that open at one instant wait for it. The thread that waits for the opening
 * sends the first request of each, one after the other: to wake a thread for each would take
 * longer. An execution that comes after the opening sends its own request.
 */
public final class OpeningBarrier {
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch missing;
  private final List<FirstRequest> ready = new ArrayList<>();
  private boolean isOver;
  private volatile boolean isCalledOff;

  /**
   * A barrier that nobody has reached.
   *
   * @param executions how many are on their way
   */
  public OpeningBarrier(int executions) {
    missing = new CountDownLatch(executions);
  }

  /** Waits so long, by real time, and returns whether no execution is on its way any more. */
  boolean isComplete(Duration patience) throws InterruptedException {
    return missing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** An execution does not come, since it could not be prepared. */
  public void doWithout() {
    missing.countDown();
  }

  /**
   * Waits for the opening; the first request was sent then, if it was ready in time.
   *
   * @throws RunStopped when the opening was called off; nothing was sent then
   */
  public void await(FirstRequest first) throws InterruptedException {
    join(first);
    missing.countDown();
    opened.await();
    if (isCalledOff) {
      throw new RunStopped();
    }
  }

  /** Nothing is sent at the opening; called in place of {@link #open}. */
  public void callOff() {
    isCalledOff = true;
    opened.countDown();
  }

  /**
   * Sends the first requests and lets all executions go on; called at the opening.
   *
   * @param log must not write before the first requests have left
   */
  public void open(Log log) {
    try {
      // A lambda would be made at the opening, which takes a millisecond the first time.
      for (FirstRequest one : all()) {
        send(one, log);
      }
    } finally {
      opened.countDown();
    }
  }

  private static void send(FirstRequest first, Log log) {
    try {
      first.send();
    } catch (IOException | RuntimeException e) {
      // It must not stop the others; the execution asks for the same court and meets it again.
      log.warn("a first request could not be sent at the opening", e);
    }
  }

  private synchronized void join(FirstRequest first) {
    if (!isOver) {
      ready.add(first);
    }
  }

  private synchronized List<FirstRequest> all() {
    isOver = true;
    return ready;
  }
}
