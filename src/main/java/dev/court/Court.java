package dev.court;

import dev.court.workspace.StopSignal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The entry point. */
public final class Court {
  /** What a signal finds under way has this long to end. */
  private static final Duration TO_FINISH = Duration.ofSeconds(10);

  private Court() {}

  public static void main(String[] args) {
    Wiring wiring = Wiring.ofProcess();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> finish(wiring.stop(), ended), "court-stop"));
    int code = wiring.run(args);
    // The hook must not wait for the line below, which waits for the hook.
    ended.countDown();
    System.exit(code);
  }

  /** The JVM ends when this returns, with the exit code of the signal: 143 or 130. */
  private static void finish(StopSignal stop, CountDownLatch ended) {
    try {
      if (stop.raise()) {
        SecondSignal.endsAtOnce();
        boolean unused = ended.await(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
