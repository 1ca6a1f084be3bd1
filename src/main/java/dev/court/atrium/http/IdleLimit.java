package dev.court.atrium.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a server leaves a connection open that nobody uses, as far as its connections have shown
 * it. Safe for use by many threads.
 */
final class IdleLimit {
  /** A connection that ends sooner was not ended for being idle. */
  static final Duration SHORTEST = Duration.ofMillis(400);

  /** One may have been ended for another reason, such as a restart. */
  private static final int LEAST_ENDS = 2;

  private final long shortest;
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
  private final AtomicInteger ends = new AtomicInteger();

  /**
   * Nothing is known yet.
   *
   * @param shortest what ended sooner shows nothing
   */
  IdleLimit(Duration shortest) {
    this.shortest = shortest.toNanos();
  }

  /** The server has ended a connection that was still open when it was unused for so long. */
  void ended(long idleNanos) {
    if (idleNanos >= shortest) {
      nanos.accumulateAndGet(idleNanos, Math::min);
      ends.incrementAndGet();
    }
  }

  /** Whether the server may have ended a connection that was unused for so long, or nearly. */
  boolean isNear(long idleNanos) {
    return ends.get() >= LEAST_ENDS && idleNanos >= nanos.get() / 5 * 4;
  }
}
