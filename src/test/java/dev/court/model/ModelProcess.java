package dev.court.model;

import dev.court.workspace.RunLock;
import dev.court.workspace.StopSignal;
import dev.court.workspace.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One process of the program: the clock that it sees, the waiter that it waits by, and its threads,
 * which do nothing any more once it is killed. Each look at the clock, each wait and each request
 * at the server is a step; it can be killed at any of them.
 *
 * <p>A thread of a dead process stands still until the evening is over, since unwinding would run
 * code that a killed process does not run. Only a thread that holds a lock or a transaction unwinds
 * to where it has given it back: the kernel does so too.
 */
final class ModelProcess implements InstantSource, Waiter {
  final int number;
  final ThreadGroup threads;
  private final RunLock lock;
  private final VirtualTime time;
  private final StopSignal signal;
  private final CountDownLatch over;
  private final int fatalStep;
  private final Runnable whenFatal;
  private final AtomicInteger steps = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile Instant frozenUntil = Instant.MIN;
  private volatile boolean dead;
  private volatile boolean ended;

  /**
   * A process that has not begun.
   *
   * @param lock what the kernel ends with the process
   * @param fatalStep the step at which something befalls it; 0 for never
   * @param whenFatal what it is
   * @param over when the evening is over, and dead threads may unwind
   */
  ModelProcess(
      int number,
      VirtualTime time,
      RunLock lock,
      int fatalStep,
      Runnable whenFatal,
      CountDownLatch over) {
    this.number = number;
    this.threads = new Threads("process-" + number);
    this.time = time;
    this.signal = new StopSignal(time);
    this.lock = lock;
    this.fatalStep = fatalStep;
    this.whenFatal = whenFatal;
    this.over = over;
    time.standsStillWhile(this::isBusy);
  }

  private static final class Threads extends ThreadGroup {
    private Threads(String name) {
      super(name);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      if (!(thrown instanceof Killed)) {
        super.uncaughtException(thread, thrown);
      }
    }
  }

  @Override
  public Instant instant() {
    step();
    return time.instant();
  }

  @Override
  public void sleepUntil(Instant instant) throws InterruptedException {
    step();
    time.sleepUntil(instant);
    step();
  }

  @Override
  public void awaitExactly(Instant instant) throws InterruptedException {
    sleepUntil(instant);
  }

  /** Something that is seen from outside: a request has arrived, or its answer is ready. */
  void seen() {
    if (!dead && steps.incrementAndGet() == fatalStep) {
      whenFatal.run();
    }
  }

  /** The server is not going to answer before time goes on, or not at all. */
  void unanswered(int more) {
    unanswered.addAndGet(more);
  }

  int steps() {
    return steps.get();
  }

  void kill() {
    dead = true;
    lock.close();
  }

  /** It gets a signal, and may go on for a while. */
  void terminate() {
    boolean unused = signal.raise();
  }

  /** It gets no processor for so long. */
  void freeze(Duration span) {
    frozenUntil = time.instant().plus(span);
  }

  StopSignal signal() {
    return signal;
  }

  RunLock lock() {
    return lock;
  }

  void end() {
    ended = true;
  }

  boolean isKilled() {
    return dead;
  }

  boolean isGone() {
    return dead || ended;
  }

  /** Whether a thread has something to do before time may go on. */
  boolean isBusy() {
    Thread[] all = new Thread[threads.activeCount() + 8];
    int count = threads.enumerate(all);
    int active = 0;
    for (int i = 0; i < count; i++) {
      active += isActive(all[i]) ? 1 : 0;
    }
    return active > unanswered.get();
  }

  private boolean isActive(Thread thread) {
    return switch (thread.getState()) {
      case NEW, TERMINATED -> false;
      case RUNNABLE -> !thread.getName().endsWith("SelectorManager");
      // A dead thread may have taken a monitor with it.
      case BLOCKED -> !dead;
      case WAITING, TIMED_WAITING -> isLetGo(LockSupport.getBlocker(thread));
    };
  }

  /** Whether what a thread waits for has happened, or comes from the server. */
  private static boolean isLetGo(Object blocker) {
    if (blocker == null) {
      return false;
    }
    if (blocker.getClass().getName().contains("CompletableFuture")) {
      return true;
    }
    return blocker instanceof Future<?> future
        ? future.isDone()
        : blocker.toString().contains("State = 0");
  }

  @Override
  public String toString() {
    return "run " + number;
  }

  private void step() {
    seen();
    thaw();
    if (dead) {
      standStill();
    }
  }

  private void thaw() {
    boolean isInterrupted = false;
    while (time.instant().isBefore(frozenUntil) && over.getCount() > 0) {
      try {
        time.sleepUntil(frozenUntil);
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void standStill() {
    // It may have taken it between its death and this step.
    lock.close();
    if (!holdsSomething()) {
      awaitTheEnd();
    }
    throw new Killed();
  }

  private static boolean holdsSomething() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    frame ->
                        frame
                            .getClassName()
                            .matches("dev\\.court\\.store\\.(Database|lock\\.ProcessLock)")));
  }

  private void awaitTheEnd() {
    while (over.getCount() > 0) {
      try {
        over.await();
      } catch (InterruptedException e) {
        // a dead thread does not notice
      }
    }
  }
}
