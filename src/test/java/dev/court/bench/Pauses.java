package dev.court.bench;

import java.time.Duration;
import java.time.Instant;

/** Lets time pass. */
final class Pauses {
  private Pauses() {}

  static void until(Instant instant) throws InterruptedException {
    long left = Duration.between(Instant.now(), instant).toMillis();
    if (left > 0) {
      Thread.sleep(left);
    }
  }
}
