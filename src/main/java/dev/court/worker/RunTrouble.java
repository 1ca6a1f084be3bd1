package dev.court.worker;

import dev.court.booking.Problem;
import dev.court.booking.TemporaryTrouble;
import java.time.Duration;
import java.util.Optional;

/** What keeps the runs of a worker from their work, and how long to wait before the next try. */
final class RunTrouble {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final WorkerListener listener;
  private Duration pause = Duration.ZERO;
  private RuntimeException fatal;
  private String told = "";

  RunTrouble(WorkerListener listener) {
    this.listener = listener;
  }

  /** A run could not begin, or broke off. */
  synchronized void met(RuntimeException cause) {
    if (cause instanceof Problem && !(cause instanceof TemporaryTrouble)) {
      fatal = cause;
      return;
    }
    pause = pause.isZero() ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    String text = String.valueOf(cause.getMessage());
    if (!told.equals(text)) {
      told = text;
      listener.trouble(cause);
    }
  }

  /** A run has done its work. */
  synchronized void over() {
    if (!pause.isZero()) {
      pause = Duration.ZERO;
      listener.recovered();
    }
    told = "";
  }

  /** Zero when there is none. */
  synchronized Duration pause() {
    return pause;
  }

  /** With what this process cannot go on. */
  synchronized Optional<RuntimeException> fatal() {
    return Optional.ofNullable(fatal);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
