package dev.court.run.standby;

import dev.court.booking.Problem;
import dev.court.log.Log;
import dev.court.store.machine.LivingRuns;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Offers what a run holds to other machines while Atrium cannot be reached from this one: the run
 * shows no more that it lives. What it holds stays its own until somebody goes on with it; then it
 * learns so when it arms a court, and asks for none. Safe for use by many threads.
 */
public final class Handover {
  private final Optional<LivingRuns> runs;
  private final String run;
  private final Log log;
  private final CountDownLatch reached = new CountDownLatch(1);
  private boolean isOffered;

  Handover(Optional<LivingRuns> runs, String run, Log log) {
    this.runs = runs;
    this.run = run;
    this.log = log;
  }

  /** Whether there may be somebody else. */
  public boolean isPossible() {
    return runs.isPresent();
  }

  /** Atrium can be reached. Comes before a court is armed, so that an armed run is seen to live. */
  public synchronized void reached() {
    reached.countDown();
    if (isOffered) {
      isOffered = false;
      try {
        runs.ifPresent(living -> living.hold(run));
      } catch (Problem e) {
        log.warn("this run cannot show that it lives", e);
      }
    }
  }

  /**
   * Waits until Atrium was reached, and offers what the run holds if that takes longer.
   *
   * @param patience by real time
   */
  public void offerUnlessReached(Duration patience) throws InterruptedException {
    if (isPossible() && !reached.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      offer();
    }
  }

  private synchronized void offer() {
    if (reached.getCount() > 0) {
      log.info("Atrium cannot be reached from here: another machine may go on");
      isOffered = true;
      runs.ifPresent(living -> living.release(run));
    }
  }
}
