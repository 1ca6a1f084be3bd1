package dev.court.run.byhand;

import dev.court.log.Log;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One try to end a booking, for which its opening does not wait: the database may be busy. Either
 * it begins to write in time, and then it is waited for, or it writes nothing.
 */
final class BoundedEnd {
  private enum Stage {
    READING,
    WRITING,
    GIVEN_UP
  }

  /** How soon the caller notices that its time is over. */
  private static final Duration SLICE = Duration.ofMillis(10);

  private final Log log;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.READING);

  BoundedEnd(Log log) {
    this.log = log;
  }

  /**
   * Does the work in a thread of its own.
   *
   * @param work asks before it writes whether it still may
   * @param left how long the caller can wait from now on; asked again and again
   * @return empty when nothing was written, and nothing will be
   * @throws RuntimeException when it is not known whether something was written
   */
  Optional<HeldEnd> await(
      Function<BooleanSupplier, Optional<HeldEnd>> work, Supplier<Duration> left)
      throws InterruptedException {
    CompletableFuture<Optional<HeldEnd>> ended = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(ended, work), "court-held");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return ended.get(SLICE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (left.get().isNegative() && stage.compareAndSet(Stage.READING, Stage.GIVEN_UP)) {
          return Optional.empty();
        }
      } catch (ExecutionException e) {
        return broken(e);
      }
    }
  }

  private void complete(
      CompletableFuture<Optional<HeldEnd>> ended,
      Function<BooleanSupplier, Optional<HeldEnd>> work) {
    try {
      ended.complete(work.apply(this::mayWrite));
    } catch (RuntimeException | Error e) {
      ended.completeExceptionally(e);
    }
  }

  private boolean mayWrite() {
    return stage.compareAndSet(Stage.READING, Stage.WRITING) || stage.get() == Stage.WRITING;
  }

  /** Where it had begun to write, the booking may have ended: then it is not asked for. */
  private Optional<HeldEnd> broken(ExecutionException e) {
    if (stage.get() == Stage.WRITING) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
    log.warn("what is held by hand could not be looked at", e.getCause());
    return Optional.empty();
  }
}
