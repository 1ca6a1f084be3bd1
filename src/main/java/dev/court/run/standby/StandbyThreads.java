package dev.court.run.standby;

import dev.court.store.machine.LivingRuns;
import dev.court.workspace.RunLock;
import dev.court.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Stands by for the runs of other machines that hold bookings, each in a thread of its own. One run
 * of this machine is enough for each of them.
 */
public final class StandbyThreads {
  private final Workspace workspace;
  private final RunLock lock;
  private final List<String> served;
  private final Queue<FutureTask<Void>> begun = new ConcurrentLinkedQueue<>();

  /**
   * Nothing is waited for yet.
   *
   * @param lock of this machine
   * @param served the accounts whose bookings this run would go on with; empty for all
   */
  public StandbyThreads(Workspace workspace, RunLock lock, List<String> served) {
    this.workspace = workspace;
    this.lock = lock;
    this.served = List.copyOf(served);
  }

  /**
   * Begins to wait for the end of other runs, those of one that has gone on for another one too.
   *
   * @param goOn does what such a run has left
   */
  public void begin(Set<String> others, LivingRuns runs, Runnable goOn) {
    for (String other : others) {
      StandBy standBy = new StandBy(workspace, runs, other, served);
      FutureTask<Void> task =
          new FutureTask<>(
              () -> {
                standBy(standBy, other, goOn);
                return null;
              });
      begun.add(task);
      Thread thread = new Thread(task, "court-standby");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void standBy(StandBy standBy, String other, Runnable goOn) throws Exception {
    Optional<AutoCloseable> place = lock.tryStandBy(other);
    if (place.isEmpty()) {
      return;
    }
    try {
      standBy.goOn(goOn);
    } finally {
      place.get().close();
    }
  }

  /**
   * Returns when each of them has ended.
   *
   * @param defect is told of one that broke
   */
  public void awaitEnd(Consumer<Throwable> defect) {
    // One that goes on may begin more of them before it has ended.
    for (FutureTask<Void> one = begun.poll(); one != null; one = begun.poll()) {
      try {
        one.get();
      } catch (ExecutionException e) {
        workspace.log().of("run").error("a run could not stand by", e.getCause());
        defect.accept(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        defect.accept(e);
        return;
      }
    }
  }
}
