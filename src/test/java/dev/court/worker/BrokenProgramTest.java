package dev.court.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.court.booking.Problem;
import dev.court.run.accounts.AccountReport;
import dev.court.store.change.ChangeFeed;
import dev.court.workspace.StopSignal;
import dev.court.workspace.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The files of the program are taken away under a worker, and a run needs one of them. */
class BrokenProgramTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:15Z");

  private final StopSignal stop = new StopSignal(InstantSource.fixed(NOW));
  private final Listener listener = new Listener();

  @Test
  void is_told_with_what_helps_and_the_worker_goes_on() {
    Worker worker =
        new Worker(new Host(), listener, InstantSource.fixed(NOW), new OneMinute(stop), stop);

    assertThat(worker.work(Duration.ofSeconds(1))).isTrue();

    assertThat(listener.told)
        .containsExactly(
            "started",
            "a part of court cannot be loaded (java.lang.NoClassDefFoundError: jakarta/mail/Message):"
                + " if it was upgraded or removed, start the worker again",
            "stopping",
            "stopped");
  }

  /** The signal to end comes when the first minute is over. */
  private record OneMinute(StopSignal stop) implements Waiter {
    @Override
    public void sleepUntil(Instant instant) {
      stop.raise();
    }

    @Override
    public void awaitExactly(Instant instant) {
      stop.raise();
    }
  }

  private static final class Host implements WorkerHost {
    @Override
    public WorkerRun next() {
      throw new NoClassDefFoundError("jakarta/mail/Message");
    }

    @Override
    public boolean isIdle() {
      return false;
    }

    @Override
    public ChangeFeed changes() {
      return new Silence();
    }

    @Override
    public ChangeFeed outsideChanges() {
      return new Silence();
    }

    @Override
    public boolean renew() {
      return false;
    }

    @Override
    public Optional<Problem> obstacle() {
      return Optional.empty();
    }

    @Override
    public void show() {}

    @Override
    public void leave() {}

    @Override
    public void warmUp() {}
  }

  /** Nobody changes anything. */
  private static final class Silence implements ChangeFeed {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void await() throws InterruptedException {
      closed.await();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private static final class Listener implements WorkerListener {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void started() {
      told.add("started");
    }

    @Override
    public void waiting(List<Instant> openings) {
      told.add("waiting");
    }

    @Override
    public void reported(List<AccountReport> reports) {
      told.add("reported");
    }

    @Override
    public void givenUp(String line) {
      told.add(line);
    }

    @Override
    public void trouble(RuntimeException cause) {
      told.add(cause.getMessage());
    }

    @Override
    public void recovered() {
      told.add("recovered");
    }

    @Override
    public void renewed() {
      told.add("renewed");
    }

    @Override
    public void stopping(int runs) {
      told.add("stopping");
    }

    @Override
    public void stopped() {
      told.add("stopped");
    }
  }
}
