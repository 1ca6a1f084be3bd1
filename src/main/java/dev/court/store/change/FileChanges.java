package dev.court.store.change;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Looks each two seconds at something that changes with the files of a home, such as the number of
 * changes beside an H2 file. The database stays closed, and a look costs some microseconds.
 */
public final class FileChanges implements ChangeFeed {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Supplier<?> state;
  private Object seen;

  /** Tells when the state is another one. */
  public FileChanges(Supplier<?> state) {
    this.state = state;
    this.seen = state.get();
  }

  @Override
  public void await() throws InterruptedException {
    Object now;
    do {
      Thread.sleep(EVERY.toMillis());
      now = state.get();
    } while (now.equals(seen));
    seen = now;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
