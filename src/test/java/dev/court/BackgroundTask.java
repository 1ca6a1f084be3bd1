package dev.court;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work in a thread of its own, beside the test. The common pool is no place for it: from Java 25 on
 * it has a single thread on two processors, which Java's HTTP client needs.
 */
public final class BackgroundTask {
  private BackgroundTask() {}

  public static <T> CompletableFuture<T> begin(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task, "aside").start());
  }
}
