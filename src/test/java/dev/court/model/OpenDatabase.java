package dev.court.model;

import dev.court.store.Database;
import dev.court.store.ServerUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Keeps the database of a home open, as a person who looks at it would. A process of the model
 * opens it in a tenth of the time then: the processes are threads of one Java, which has it in
 * memory.
 */
final class OpenDatabase implements AutoCloseable {
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread;

  OpenDatabase(Path home) {
    Path file = home.resolve("court");
    this.thread = new Thread(() -> keepOpen("jdbc:h2:file:" + file), "open-database");
    if (Files.exists(home.resolve("court.mv.db"))) {
      thread.start();
      awaitEvent(opened);
    }
  }

  private void keepOpen(String url) {
    try {
      new Database(url, Duration.ofSeconds(10), ServerUse.NONE)
          .transact(
              store -> {
                opened.countDown();
                awaitEvent(over);
                return store;
              });
    } finally {
      opened.countDown();
    }
  }

  private static void awaitEvent(CountDownLatch event) {
    try {
      event.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
