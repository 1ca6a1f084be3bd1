package dev.court.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What is done before anything is measured, so that the bench does not measure itself. */
final class WarmUp {
  private static final int REQUESTS = 20;

  private WarmUp() {}

  /** Makes the class-data archive, and lets the sandbox answer some requests in this process. */
  static void run(Ground ground) throws IOException, InterruptedException {
    if (ground.court(Map.of("COURT_ARCHIVE", "only"), "--version") != 0) {
      throw new IllegalStateException("scripts/court does not start");
    }
    answers(ground, REQUESTS);
  }

  /**
   * Lets a sandbox in this process answer so many requests for a court: what stands in for Atrium
   * is no program that was started a minute ago.
   */
  static void answers(Ground ground, int requests) throws IOException {
    try (Stage stage =
        Stage.set(ground, Scene.opening(Instant.now().minusSeconds(60), requests, Duration.ZERO))) {
      stage.runHere();
    }
  }
}
