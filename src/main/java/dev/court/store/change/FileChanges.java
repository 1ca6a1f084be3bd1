package dev.court.store.change;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Looks each two seconds at the number of changes beside an H2 file. The database stays closed, and
 * a look costs some microseconds.
 */
public final class FileChanges implements ChangeFeed {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final LongSupplier number;
  private long seen;

  /** Tells when the number is another one. */
  public FileChanges(LongSupplier number) {
    this.number = number;
    this.seen = number.getAsLong();
  }

  @Override
  public void await() throws InterruptedException {
    long now;
    do {
      Thread.sleep(EVERY.toMillis());
      now = number.getAsLong();
    } while (now == seen);
    seen = now;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
