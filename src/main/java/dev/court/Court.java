package dev.court;

import dev.court.workspace.StopSignal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The entry point. */
public final class Court {
  private Court() {}

  public static void main(String[] args) {
    Wiring wiring = Wiring.ofProcess();
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> finish(wiring.stop(), ended), "court-stop"));
    int code = wiring.run(args);
    // The hook must not wait for the line below, which waits for the hook.
    ended.complete(code);
    System.exit(code);
  }

  /** The JVM ends when this returns, with the exit code of the signal: 143 or 130. */
  private static void finish(StopSignal stop, CompletableFuture<Integer> ended) {
    try {
      if (stop.raise()) {
        SecondSignal.endsAtOnce(stop.isDraining());
        int code = ended.get(stop.grace().toMillis(), TimeUnit.MILLISECONDS);
        if (stop.isDraining()) {
          Runtime.getRuntime().halt(code);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // What is under way is left to the next run.
    }
  }
}
