package dev.court.worker;

import dev.court.booking.Problem;
import dev.court.booking.TemporaryTrouble;
import dev.court.run.RunListener;
import dev.court.run.accounts.AccountReport;
import dev.court.workspace.RunStopped;
import dev.court.workspace.StopSignal;
import dev.court.workspace.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Does in one process what cron does with many: it begins a run each minute, and at once when
 * somebody has changed a schedule. A run that waits for an opening does not hold up the next one.
 * The runs are kept apart by their claims, as those of several processes are.
 */
public final class Worker {
  /** Between two runs that follow changes. */
  private static final Duration APART = Duration.ofSeconds(1);

  /**
   * When in a minute a run begins. Courts open at full minutes, and nothing else is to keep the
   * processor busy then; what opens at the next one is claimed in good time.
   */
  private static final Duration IN_MINUTE = Duration.ofSeconds(15);

  /** The end of the time to drain, in which the process itself ends. */
  private static final Duration TO_END = Duration.ofSeconds(1);

  private final WorkerHost host;
  private final WorkerListener listener;
  private final InstantSource clock;
  private final Waiter waiter;
  private final StopSignal stop;
  private final LiveRuns runs = new LiveRuns();
  private final Notices notices = new Notices();
  private final RunTrouble trouble;
  private ChangeWatch watch;
  private boolean isWarm;

  /** Told once; the settings as they were hold on. */
  private String settingsTrouble = "";

  /**
   * A worker that has not begun.
   *
   * @param waiter for what a signal must not cut short
   */
  public Worker(
      WorkerHost host,
      WorkerListener listener,
      InstantSource clock,
      Waiter waiter,
      StopSignal stop) {
    this.host = host;
    this.listener = listener;
    this.clock = clock;
    this.waiter = waiter;
    this.stop = stop;
    this.trouble = new RunTrouble(listener);
  }

  /**
   * Works until a signal asks it to end.
   *
   * @param drain what it has to end in after the signal
   * @return whether nothing was left under way
   * @throws RuntimeException what it cannot go on with: settings, key or database are of no use
   */
  public boolean work(Duration drain) {
    stop.drainWithin(drain);
    return stop.protect(() -> worked(drain));
  }

  private boolean worked(Duration drain) {
    Waiter idle = stop.waiter(waiter, Instant.MAX);
    listener.started();
    watch = ChangeWatch.begin(host.changes(), notices::give);
    ChangeWatch outside = ChangeWatch.begin(host.outsideChanges(), notices::give);
    try {
      boolean isNoticed = true;
      while (!stop.isRaised()) {
        tick(isNoticed);
        isNoticed = pause(idle);
      }
    } catch (RunStopped e) {
      // The signal came while nothing was to be done.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watch.close();
      outside.close();
    }
    return isDrained(drain);
  }

  /** A run that would have nothing to do is left out, unless somebody has told of a change. */
  private void tick(boolean isNoticed) throws InterruptedException {
    renew();
    if (isNoticed || !host.isIdle()) {
      runs.begin(this::run);
    }
    if (trouble.fatal().isPresent()) {
      throw trouble.fatal().get();
    }
    if (trouble.pause().isZero()) {
      host.show();
    }
    if (!isWarm && runs.count() == 0 && trouble.pause().isZero()) {
      isWarm = true;
      runs.begin(this::warmUp);
    }
  }

  /** Returns whether somebody has told of a change. */
  private boolean pause(Waiter idle) throws InterruptedException {
    Instant now = clock.instant();
    Duration pause = trouble.pause();
    boolean isNoticed = notices.sleepUntil(pause.isZero() ? nextTick(now) : now.plus(pause), idle);
    if (isNoticed) {
      idle.sleepUntil(now.plus(APART));
    }
    return isNoticed;
  }

  private static Instant nextTick(Instant now) {
    Instant tick = now.truncatedTo(ChronoUnit.MINUTES).plus(IN_MINUTE);
    return tick.isAfter(now) ? tick : tick.plus(1, ChronoUnit.MINUTES);
  }

  private void renew() {
    if (runs.count() > 0) {
      return;
    }
    try {
      if (host.renew()) {
        watch.close();
        watch = ChangeWatch.begin(host.changes(), notices::give);
        listener.renewed();
      }
      settingsTrouble = "";
    } catch (Problem e) {
      if (!settingsTrouble.equals(e.getMessage())) {
        settingsTrouble = e.getMessage();
        listener.trouble(e);
      }
    }
  }

  /** Nothing waits for it. */
  private void warmUp(Runnable alone) {
    alone.run();
    ProgramInMemory.take();
    host.warmUp();
  }

  /** One run, in a thread of its own. */
  private void run(Runnable alone) {
    try {
      WorkerRun run = host.next();
      try {
        List<AccountReport> reports = run.book(handingOver(alone));
        listener.reported(reports);
        refuseObstacle(reports);
        run.tell(reports).forEach(listener::givenUp);
        run.rest(reports);
      } finally {
        run.close();
      }
      trouble.over();
    } catch (RuntimeException e) {
      trouble.met(e);
      if (trouble.fatal().isPresent()) {
        notices.give();
      }
    } catch (LinkageError e) {
      // The worker goes on: other runs have all that they need, and wait for their openings.
      trouble.met(
          new TemporaryTrouble(
              "a part of court cannot be loaded (%s): if it was upgraded or removed, start the worker again"
                  .formatted(e),
              e));
    } catch (Error e) {
      trouble.met(new IllegalStateException(e));
    }
  }

  /** The key of the tokens is that of all accounts: without it nobody's court is booked. */
  private void refuseObstacle(List<AccountReport> reports) {
    if (reports.stream().anyMatch(one -> one.report().problem().isPresent())) {
      Optional<Problem> obstacle = host.obstacle();
      if (obstacle.isPresent()) {
        throw obstacle.get();
      }
    }
  }

  private RunListener handingOver(Runnable alone) {
    return new RunListener() {
      @Override
      public void waiting(List<Instant> openings) {
        listener.waiting(openings);
        alone.run();
      }

      @Override
      public void standingBy() {
        alone.run();
      }

      @Override
      public void over() {
        // What came of it is reported.
      }
    };
  }

  private boolean isDrained(Duration drain) {
    try {
      listener.stopping(runs.count());
      boolean isDrained = runs.end(Math.max(0, drain.minus(TO_END).toMillis()));
      host.leave();
      if (isDrained) {
        listener.stopped();
      }
      return isDrained;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
