package dev.court.run;

import dev.court.atrium.reservations.ReservationConnection;
import dev.court.booking.Booking;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.secret.Secret;
import dev.court.store.DueBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * Pursues all bookings of a run at once: each opening is waited for by one thread, and all that
 * open at that instant start together.
 */
final class OpeningCoordinator {
  private static final int MOST_THREADS = 64;

  /** A connection idle for longer may be closed by the server; a new one costs two round trips. */
  private static final List<Duration> WARM_UPS =
      List.of(Duration.ofSeconds(3), Duration.ofSeconds(1));

  private static final Duration LAST_SECOND = Duration.ofSeconds(1);

  private final BookingExecution.ExecutionContext field;
  private final Secret token;
  private final ServerClock server = new ServerClock();
  private final CountDownLatch studied = new CountDownLatch(1);
  private final BiFunction<ScheduledBooking, BookingExecution.ExecutionResult, RunReport> record;

  /**
   * A chase that has not begun.
   *
   * @param record called in the pursuit's thread as soon as a booking has an outcome
   */
  OpeningCoordinator(
      BookingExecution.ExecutionContext field,
      Secret token,
      BiFunction<ScheduledBooking, BookingExecution.ExecutionResult, RunReport> record) {
    this.field = field;
    this.token = token;
    this.record = record;
  }

  /** All of them, in the order given, when the last has an outcome. */
  RunReport all(List<DueBooking> due, RunOptions options, Instant now) {
    Map<Instant, OpeningBarrier> starts = volleys(due);
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(due.size(), MOST_THREADS) + starts.size() + 1);
    try {
      threads.execute(() -> study(due.get(0).at()));
      starts.forEach((at, volley) -> threads.execute(() -> await(at, volley)));
      SplitCoordination siblings =
          new SplitCoordination(due.stream().map(one -> one.what().booking()).toList());
      List<Future<RunReport>> running = new ArrayList<>();
      for (DueBooking one : due) {
        Instant deadline = options.deadline(one.at(), now);
        running.add(threads.submit(() -> pursue(one, deadline, siblings, starts.get(one.at()))));
      }
      return collected(running);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Map<Instant, OpeningBarrier> volleys(List<DueBooking> due) {
    Map<Instant, OpeningBarrier> volleys = new TreeMap<>();
    due.forEach(one -> volleys.put(one.at(), new OpeningBarrier()));
    return volleys;
  }

  private void study(Instant opening) {
    try (ReservationConnection lane = field.reservations().connection()) {
      new ClockEstimation(field.clock(), field.waiter(), () -> lane.sample(token), server)
          .before(opening);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Problem e) {
      // each pursuit meets the same trouble and tells it; our own clock will do
    } finally {
      studied.countDown();
    }
  }

  private void await(Instant at, OpeningBarrier volley) {
    try {
      awaitStudy(at);
      field.waiter().awaitExactly(server.local(at));
      volley.open();
    } catch (InterruptedException e) {
      // the run is ending, and nothing must go out before the opening
      Thread.currentThread().interrupt();
    }
  }

  /** A server that is slow to tell its time must not make us late. */
  private void awaitStudy(Instant at) throws InterruptedException {
    Duration left = Duration.between(field.clock().instant(), at.minus(LAST_SECOND));
    boolean unused = studied.await(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS);
  }

  private RunReport pursue(
      DueBooking due, Instant deadline, SplitCoordination siblings, OpeningBarrier volley)
      throws InterruptedException {
    Booking booking = due.what().booking();
    BookingExecution pursuit = new BookingExecution(booking, token, deadline, field, server);
    try {
      BookingExecution.ExecutionResult ended = ended(pursuit, due, siblings, volley);
      siblings.ended(booking, Optional.of(ended.outcome()));
      return record.apply(due.what(), ended);
    } finally {
      // whatever broke, nobody waits for it
      siblings.ended(booking, Optional.empty());
    }
  }

  private BookingExecution.ExecutionResult ended(
      BookingExecution pursuit, DueBooking due, SplitCoordination siblings, OpeningBarrier volley)
      throws InterruptedException {
    boolean isLate = due.at().isBefore(field.clock().instant());
    try {
      pursuit.prepare();
      warmUp(pursuit, due.at());
      pursuit.aim(siblings.courtBefore(due.what().booking(), isLate).or(due::preferred));
    } catch (RuntimeException e) {
      return new BookingExecution.ExecutionResult(BookingExecution.cutShort(e, false), List.of());
    }
    volley.await(pursuit);
    return pursuit.run();
  }

  private void warmUp(BookingExecution pursuit, Instant at) throws InterruptedException {
    for (Duration lead : WARM_UPS) {
      Instant then = server.local(at).minus(lead);
      if (then.isAfter(field.clock().instant())) {
        field.waiter().sleepUntil(then);
        pursuit.warmUp();
      }
    }
  }

  /** One that fails must not stop the others; its claim stays on disk and becomes "unknown". */
  private static RunReport collected(List<Future<RunReport>> running) {
    RunReport all = RunReport.NOTHING;
    for (Future<RunReport> one : running) {
      try {
        all = all.and(one.get());
      } catch (ExecutionException e) {
        all = all.and(RunReport.defect(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return all.and(RunReport.interrupted(e));
      }
    }
    return all;
  }
}
