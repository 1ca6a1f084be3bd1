package dev.court.run.opening;

import dev.court.booking.TemporaryTrouble;
import dev.court.log.Log;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A refresh of the session that runs by itself, so that nobody has to wait for its end. */
final class Refreshing {
  /** How soon a thread that waits notices that its time is over, by real time. */
  private static final long LOOK_MS = 20;

  private final FutureTask<Void> task;
  private final Log log;

  /**
   * A refresh that has not begun.
   *
   * @param work throws a {@link dev.court.booking.Problem} when it fails
   */
  Refreshing(Runnable work, Log log) {
    this.task = new FutureTask<>(work, null);
    this.log = log;
  }

  void begin() {
    new Thread(task, "court-refresh").start();
  }

  boolean isDone() {
    return task.isDone();
  }

  /** Waits for its end while time is left; a failure is logged and no more. */
  void await(Supplier<Duration> left) {
    try {
      while (!task.isDone() && left.get().compareTo(Duration.ZERO) > 0) {
        awaitALittle();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      log.warn("the session could not be refreshed", e.getCause());
    }
  }

  /**
   * Looks how it has ended.
   *
   * @throws dev.court.booking.Problem when it failed
   */
  void succeed() {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TemporaryTrouble("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException trouble
          ? trouble
          : new IllegalStateException(e.getCause());
    }
  }

  private void awaitALittle() throws InterruptedException, ExecutionException {
    try {
      task.get(LOOK_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.debug(() -> "the session is being refreshed");
    }
  }
}
