package dev.court;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work beside the test, in a thread of its own: from Java 25 on the common pool has a single one on
 * two processors, and Java's HTTP client needs that.
 */
public final class Aside {
  private Aside() {}

  public static <T> CompletableFuture<T> begin(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task, "aside").start());
  }
}
