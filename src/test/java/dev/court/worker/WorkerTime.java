package dev.court.worker;

import dev.court.BackgroundTask;
import dev.court.Player;
import dev.court.TestClock;
import dev.court.workspace.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The time of a worker that a test runs in its own thread. While the worker pauses, the runs that
 * it has begun come to their end, then the test does its next step; after the last one, the worker
 * is asked to end.
 */
final class WorkerTime implements Waiter {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Player player;
  private final TestClock clock;
  private final Thread worker = Thread.currentThread();
  private final Queue<Runnable> steps = new ArrayDeque<>();
  private int pauses;

  WorkerTime(Player player) {
    this.player = player.waitingBy(this);
    this.clock = player.clock;
  }

  /** What happens in the next pause that nothing happens in yet. */
  WorkerTime then(Runnable step) {
    steps.add(step);
    return this;
  }

  /** Nothing happens in so many pauses. */
  WorkerTime passes(int minutes) {
    for (int i = 0; i < minutes; i++) {
      steps.add(() -> {});
    }
    return this;
  }

  Player.Ran works(String... options) {
    String[] line = new String[options.length + 1];
    line[0] = "worker";
    System.arraycopy(options, 0, line, 1, options.length);
    return player.court(line);
  }

  int pauses() {
    return pauses;
  }

  @Override
  public void sleepUntil(Instant instant) throws InterruptedException {
    if (Thread.currentThread().equals(worker) && instant.isAfter(clock.instant().plus(PAUSE))) {
      pause();
    }
    clock.sleepUntil(instant);
  }

  private void pause() throws InterruptedException {
    pauses++;
    for (Thread one : Thread.getAllStackTraces().keySet()) {
      if (one.getName().equals("court-run")) {
        one.join();
      }
    }
    Runnable step = steps.poll();
    if (step == null) {
      player.signal().raise();
    } else {
      // The worker's own thread may be woken by a notice, which breaks off what reads a file.
      BackgroundTask.begin(
              () -> {
                step.run();
                return null;
              })
          .join();
    }
  }

  @Override
  public void awaitExactly(Instant instant) throws InterruptedException {
    sleepUntil(instant);
  }
}
