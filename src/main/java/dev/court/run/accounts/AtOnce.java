package dev.court.run.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same for several accounts at once, by a bounded number of threads. */
final class AtOnce {
  /** Most of the time is spent waiting for the realm. */
  private static final int MOST_THREADS = 16;

  private AtOnce() {}

  /**
   * Returns when the step was done for all of them; one alone has it done by the caller's thread.
   */
  static void each(List<AccountRun> all, String name, Consumer<AccountRun> step) {
    if (all.size() == 1) {
      step.accept(all.get(0));
      return;
    }
    ExecutorService threads = threads(all.size(), name);
    try {
      List<Future<?>> running = new ArrayList<>();
      all.forEach(one -> running.add(threads.submit(() -> step.accept(one))));
      running.forEach(AtOnce::await);
    } finally {
      threads.shutdown();
    }
  }

  static ExecutorService threads(int count, String name) {
    return Executors.newFixedThreadPool(
        Math.max(1, Math.min(count, MOST_THREADS)), work -> new Thread(work, name));
  }

  static void await(Future<?> one) {
    try {
      one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
