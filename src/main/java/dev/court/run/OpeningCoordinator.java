package dev.court.run;

import dev.court.atrium.reservations.ReservationConnection;
import dev.court.booking.Booking;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.log.Log;
import dev.court.secret.Secret;
import dev.court.store.DueBooking;
import dev.court.workspace.RunStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * Executes all bookings of a run at once, each in a thread of its own. One more thread waits for
 * each opening, and one estimates the server's clock before the first.
 */
final class OpeningCoordinator {
  private static final int MOST_THREADS = 64;

  /** A connection idle for longer may be closed by the server; a new one costs two round trips. */
  private static final List<Duration> WARM_UPS =
      List.of(Duration.ofSeconds(3), Duration.ofSeconds(1));

  private static final Duration LAST_SECOND = Duration.ofSeconds(1);

  /** A part that is late already waits so long for the part before it, by real time. */
  private static final Duration WAIT_FOR_SIBLING = Duration.ofSeconds(5);

  private final ExecutionContext context;
  private final Secret token;
  private final ServerClock server = new ServerClock();
  private final CountDownLatch clockEstimated = new CountDownLatch(1);
  private final BiFunction<ScheduledBooking, ExecutionResult, RunReport> recorder;
  private final Queue<DueBooking> calledOff = new ConcurrentLinkedQueue<>();

  /**
   * A coordinator for one run.
   *
   * @param recorder called in the thread of the booking as soon as it has an outcome
   */
  OpeningCoordinator(
      ExecutionContext context,
      Secret token,
      BiFunction<ScheduledBooking, ExecutionResult, RunReport> recorder) {
    this.context = context;
    this.token = token;
    this.recorder = recorder;
  }

  /** The reports in the order of the bookings, when the last one has an outcome. */
  RunReport all(List<DueBooking> due, RunOptions options, Instant now) {
    Map<Instant, OpeningBarrier> barriers = barriers(due);
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(due.size(), MOST_THREADS) + barriers.size() + 1);
    try {
      threads.execute(() -> estimateClock(due.get(0).at()));
      barriers.forEach((at, barrier) -> threads.execute(() -> await(at, barrier)));
      SplitCoordination siblings =
          new SplitCoordination(
              due.stream().map(one -> one.what().booking()).toList(),
              WAIT_FOR_SIBLING,
              context.log());
      List<Future<RunReport>> running = new ArrayList<>();
      for (DueBooking one : due) {
        Instant deadline = options.deadline(one.at(), now);
        running.add(threads.submit(() -> execute(one, deadline, siblings, barriers.get(one.at()))));
      }
      return collected(running, context.log());
    } finally {
      threads.shutdownNow();
    }
  }

  /** What a signal called off before anything was sent for it; complete when all have ended. */
  List<DueBooking> calledOff() {
    return List.copyOf(calledOff);
  }

  private static Map<Instant, OpeningBarrier> barriers(List<DueBooking> due) {
    Map<Instant, OpeningBarrier> barriers = new TreeMap<>();
    due.forEach(one -> barriers.put(one.at(), new OpeningBarrier()));
    return barriers;
  }

  private void estimateClock(Instant opening) {
    try (ReservationConnection connection = context.reservations().connection()) {
      new ClockEstimation(
              context.clock(),
              context.waiter(opening),
              () -> connection.sample(token, Duration.ofSeconds(10)),
              server)
          .before(opening);
      context.log().debug(() -> "the server's clock leads ours by " + server.lead());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RunStopped e) {
      context.log().debug("the server's clock is not needed any more", e);
    } catch (Problem e) {
      // Each execution meets the same problem and reports it; our own clock will do.
      context.log().warn("the server's clock could not be read", e);
    } finally {
      clockEstimated.countDown();
    }
  }

  private void await(Instant at, OpeningBarrier barrier) {
    try {
      awaitEstimation(at);
      context.waiter(at).awaitExactly(server.local(at));
      barrier.open(context.log());
    } catch (RunStopped e) {
      barrier.callOff();
    } catch (InterruptedException e) {
      // The run is ending, and nothing must be sent before the opening.
      Thread.currentThread().interrupt();
    }
  }

  /** A server that is slow to tell its time must not make the request late. */
  private void awaitEstimation(Instant at) throws InterruptedException {
    Duration left = Duration.between(context.clock().instant(), at.minus(LAST_SECOND));
    boolean unused = clockEstimated.await(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
  }

  private RunReport execute(
      DueBooking due, Instant deadline, SplitCoordination siblings, OpeningBarrier barrier)
      throws InterruptedException {
    Booking booking = due.what().booking();
    BookingExecution execution = new BookingExecution(due, token, deadline, context, server);
    try {
      ExecutionResult result = result(execution, due, siblings, barrier);
      siblings.ended(booking, Optional.of(result.outcome()));
      return recorder.apply(due.what(), result);
    } catch (RunStopped e) {
      calledOff.add(due);
      return RunReport.NOTHING;
    } finally {
      // Whatever broke, no sibling waits for it.
      siblings.ended(booking, Optional.empty());
    }
  }

  private ExecutionResult result(
      BookingExecution execution,
      DueBooking due,
      SplitCoordination siblings,
      OpeningBarrier barrier)
      throws InterruptedException {
    boolean isLate = due.at().isBefore(context.clock().instant());
    BookingExecution.Aimed aimed;
    try {
      execution.prepare();
      warmUp(execution, due.at());
      aimed = execution.aim(siblings.courtBefore(due.what().booking(), isLate).or(due::preferred));
    } catch (RunStopped e) {
      throw e;
    } catch (RuntimeException e) {
      context
          .log()
          .warn("booking %s could not be prepared".formatted(due.what().booking().id()), e);
      return ExecutionResult.unsent(e);
    }
    barrier.await(aimed.first());
    return execution.run(aimed);
  }

  private void warmUp(BookingExecution execution, Instant at) throws InterruptedException {
    for (Duration lead : WARM_UPS) {
      Instant then = server.local(at).minus(lead);
      if (then.isAfter(context.clock().instant())) {
        context.waiter(at).sleepUntil(then);
        execution.warmUp();
      }
    }
  }

  /** One that fails must not stop the others; its claim stays on disk and becomes "unknown". */
  private static RunReport collected(List<Future<RunReport>> running, Log log) {
    RunReport all = RunReport.NOTHING;
    for (Future<RunReport> one : running) {
      try {
        all = all.and(one.get());
      } catch (ExecutionException e) {
        log.error("a booking was cut short by a defect", e.getCause());
        all = all.and(RunReport.defect(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return all.and(RunReport.interrupted(e));
      }
    }
    return all;
  }
}
