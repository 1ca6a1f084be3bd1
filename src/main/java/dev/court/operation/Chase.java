package dev.court.operation;

import dev.court.booking.Booking;
import dev.court.booking.Outcome;
import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.booking.SetupProblem;
import dev.court.booking.TemporaryTrouble;
import dev.court.secret.Secret;
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
import java.util.function.BiFunction;

/**
 * Pursues all bookings of a run at once: each opening is waited for by one thread, and all that
 * open at that instant start together.
 */
final class Chase {
  private static final int MOST_THREADS = 64;

  /** A connection idle for longer may be closed by the server; a new one costs two round trips. */
  private static final List<Duration> WARM_UPS =
      List.of(Duration.ofSeconds(3), Duration.ofSeconds(1));

  private final Pursuit.Field field;
  private final Secret token;
  private final BiFunction<ScheduledBooking, Pursuit.Ended, RunReport.Told> settle;

  /**
   * A chase that has not begun.
   *
   * @param settle called in the pursuit's thread as soon as a booking has an outcome
   */
  Chase(
      Pursuit.Field field,
      Secret token,
      BiFunction<ScheduledBooking, Pursuit.Ended, RunReport.Told> settle) {
    this.field = field;
    this.token = token;
    this.settle = settle;
  }

  /** All of them, in the order given, when the last has an outcome. */
  RunReport all(List<ScheduledBooking> due, RunOptions options, Instant now) {
    Map<Instant, CountDownLatch> openings = openings(due);
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(due.size(), MOST_THREADS) + openings.size());
    try {
      openings.forEach((opening, latch) -> threads.execute(() -> await(opening, latch)));
      List<Future<RunReport.Told>> running = new ArrayList<>();
      for (ScheduledBooking one : due) {
        CountDownLatch latch = openings.get(one.booking().opening());
        Instant deadline = Intake.deadline(one.booking(), now, options);
        running.add(threads.submit(() -> pursue(one, deadline, latch)));
      }
      return collected(running);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Map<Instant, CountDownLatch> openings(List<ScheduledBooking> due) {
    Map<Instant, CountDownLatch> openings = new TreeMap<>();
    due.forEach(one -> openings.put(one.booking().opening(), new CountDownLatch(1)));
    return openings;
  }

  private void await(Instant opening, CountDownLatch latch) {
    try {
      field.waiter().awaitExactly(opening);
      latch.countDown();
    } catch (InterruptedException e) {
      // the run is ending, and nothing must go out before the opening
      Thread.currentThread().interrupt();
    }
  }

  private RunReport.Told pursue(ScheduledBooking what, Instant deadline, CountDownLatch latch)
      throws InterruptedException {
    Pursuit pursuit = new Pursuit(what.booking(), token, deadline, field);
    return settle.apply(what, ended(what.booking(), pursuit, latch));
  }

  private Pursuit.Ended ended(Booking booking, Pursuit pursuit, CountDownLatch latch)
      throws InterruptedException {
    try {
      warmUp(booking.opening());
      latch.await();
      return pursuit.run();
    } catch (SetupProblem e) {
      return new Pursuit.Ended(new Outcome.TryAgain(e.getMessage(), Duration.ZERO), List.of());
    }
  }

  private void warmUp(Instant opening) throws InterruptedException {
    for (Duration lead : WARM_UPS) {
      Instant at = opening.minus(lead);
      if (at.isAfter(field.clock().instant())) {
        field.waiter().sleepUntil(at);
        field.reservations().sample(token);
      }
    }
  }

  /** One that fails must not stop the others; its claim stays on disk and becomes "unknown". */
  private static RunReport collected(List<Future<RunReport.Told>> running) {
    List<RunReport.Told> told = new ArrayList<>();
    Optional<Problem> problem = Optional.empty();
    for (Future<RunReport.Told> one : running) {
      try {
        told.add(one.get());
      } catch (ExecutionException e) {
        problem = Optional.of(asProblem(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RunReport(told, Optional.of(interrupted(e)), true);
      }
    }
    return new RunReport(told, problem, problem.isPresent());
  }

  private static Problem asProblem(Throwable cause) {
    return cause instanceof Problem problem
        ? problem
        : new SetupProblem("a booking was cut short by a defect (%s)".formatted(cause), cause);
  }

  private static Problem interrupted(InterruptedException e) {
    return new TemporaryTrouble("interrupted while booking", e);
  }
}
