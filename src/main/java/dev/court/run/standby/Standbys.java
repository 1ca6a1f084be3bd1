package dev.court.run.standby;

import dev.court.store.machine.LivingRuns;
import dev.court.workspace.RunLock;
import dev.court.workspace.Workspace;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Stands by for the runs of other machines that hold bookings, each in a thread of its own. One run
 * of this machine is enough for each of them.
 *
 * @param <T> tells what was done for them
 */
public final class Standbys<T> {
  private final Workspace workspace;
  private final RunLock lock;
  private final BinaryOperator<T> and;
  private final T nothing;
  private final Queue<FutureTask<T>> begun = new ConcurrentLinkedQueue<>();

  /**
   * Nothing is waited for yet.
   *
   * @param lock of this machine
   * @param and joins what was done
   */
  public Standbys(Workspace workspace, RunLock lock, BinaryOperator<T> and, T nothing) {
    this.workspace = workspace;
    this.lock = lock;
    this.and = and;
    this.nothing = nothing;
  }

  /**
   * Begins to wait for the end of other runs, those of one that has gone on for another one too.
   *
   * @param goOn does what such a run has left
   */
  public void begin(Set<String> others, LivingRuns runs, Supplier<T> goOn) {
    for (String other : others) {
      FutureTask<T> task =
          new FutureTask<>(() -> standBy(new StandBy(workspace, runs, other), other, goOn));
      begun.add(task);
      Thread thread = new Thread(task, "court-standby");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private T standBy(StandBy standBy, String other, Supplier<T> goOn) throws Exception {
    Optional<AutoCloseable> place = lock.tryStandBy(other);
    if (place.isEmpty()) {
      return nothing;
    }
    try {
      return standBy.goOn(goOn, and, nothing);
    } finally {
      place.get().close();
    }
  }

  /**
   * What was done for them, when each has ended.
   *
   * @param defect what is told of one that broke
   */
  public T ended(Function<Throwable, T> defect) {
    T all = nothing;
    // One that goes on may begin more of them before it has ended.
    for (FutureTask<T> one = begun.poll(); one != null; one = begun.poll()) {
      try {
        all = and.apply(all, one.get());
      } catch (ExecutionException e) {
        workspace.log().of("run").error("a run could not stand by", e.getCause());
        all = and.apply(all, defect.apply(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return and.apply(all, defect.apply(e));
      }
    }
    return all;
  }
}
