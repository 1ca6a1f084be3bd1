package dev.court.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets ticks depart one after the other at even distances. A tick waits for most of its life, so
 * some overlap; what costs time, starting and ending, falls into a moment in which no other opens
 * as long as their lead is a whole number of distances less one second.
 */
final class Timetable {
  private static final int MOST_AT_ONCE = 8;

  /** What making a home takes, before the process can start. */
  private static final Duration TO_PREPARE = Duration.ofMillis(600);

  private final Duration every;
  private final ExecutorService threads = Executors.newFixedThreadPool(MOST_AT_ONCE);
  private final List<Future<Void>> underWay = new ArrayList<>();
  private Instant next = Instant.now().plus(TO_PREPARE);

  Timetable(Duration every) {
    this.every = every;
  }

  /** Something that is prepared and then starts at {@code departure}. */
  interface Tick {
    void run(Instant departure) throws IOException, InterruptedException;
  }

  /** Waits for the time to prepare the next, and lets it go. */
  void add(Tick tick) throws InterruptedException {
    Instant departure = next;
    next = next.plus(every);
    Pauses.until(departure.minus(TO_PREPARE));
    underWay.add(
        threads.submit(
            () -> {
              tick.run(departure);
              return null;
            }));
  }

  /** Waits for the last, and says when one could not be run. */
  void finish() throws InterruptedException {
    try {
      for (Future<Void> one : underWay) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a tick could not be run", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
