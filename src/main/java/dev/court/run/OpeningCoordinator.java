package dev.court.run;

import dev.court.atrium.reservations.ReservationConnection;
import dev.court.booking.Booking;
import dev.court.booking.ScheduledBooking;
import dev.court.log.Log;
import dev.court.run.byhand.HeldByHand;
import dev.court.run.byhand.HeldEnd;
import dev.court.run.byhand.Unasked;
import dev.court.run.clock.ClockEstimation;
import dev.court.run.clock.ServerClock;
import dev.court.run.opening.OpeningBarrier;
import dev.court.run.opening.ServerTime;
import dev.court.run.opening.WarmUp;
import dev.court.run.opening.WarmUpPlace;
import dev.court.run.standby.ClaimLost;
import dev.court.store.DueBooking;
import dev.court.workspace.RunStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Executes all bookings of a run at once, of all its accounts, each in a thread of its own, so that
 * none waits for another. One more thread waits for each opening, and one estimates the server's
 * clock.
 */
final class OpeningCoordinator {
  /** A part that is late already waits so long for the part before it, by real time. */
  private static final Duration WAIT_FOR_SIBLING = Duration.ofSeconds(5);

  /** For what is not done for one account: the connection that estimates the clock, and the log. */
  private final ExecutionContext context;

  private final ServerClock server = new ServerClock();
  private final List<Share> shares;
  private final Queue<DueBooking> calledOff = new ConcurrentLinkedQueue<>();

  /**
   * A coordinator for one run.
   *
   * @param shares of each account; at least one
   */
  OpeningCoordinator(List<Share> shares) {
    this.shares = List.copyOf(shares);
    this.context = shares.get(0).context();
  }

  /**
   * What one account has in a run.
   *
   * @param due at least one
   * @param deadlines until when to go on for each
   * @param recorder called in the thread of the booking as soon as it has an outcome
   */
  record Share(
      List<DueBooking> due,
      Function<DueBooking, Instant> deadlines,
      ExecutionContext context,
      BiFunction<ScheduledBooking, ExecutionResult, RunReport> recorder) {}

  /** A report for each share, in their order, when the last booking of all has an outcome. */
  List<RunReport> all() {
    List<DueBooking> due = shares.stream().flatMap(one -> one.due().stream()).toList();
    Map<Instant, OpeningBarrier> barriers = barriers(due);
    ServerTime time = new ServerTime(server, context.clock(), context::waiter, barriers.keySet());
    Unasked unasked = new Unasked(due.stream().map(one -> one.what().booking().id()).toList());
    ExecutorService threads = Executors.newFixedThreadPool(due.size() + barriers.size() + 1);
    try {
      threads.execute(() -> estimateClock(barriers.keySet(), time));
      barriers.forEach((at, barrier) -> threads.execute(() -> await(at, barrier, time)));
      List<List<Future<RunReport>>> running = new ArrayList<>();
      int begun = 0;
      for (Share share : shares) {
        Together together =
            new Together(
                share, siblings(share.due()), barriers, time, unasked, held(share, unasked));
        List<Future<RunReport>> own = new ArrayList<>();
        for (DueBooking one : share.due()) {
          WarmUpPlace place =
              WarmUpPlace.of(begun++, due.size(), share.context().arming().sooner());
          own.add(threads.submit(() -> execute(one, place, together)));
        }
        running.add(own);
      }
      return running.stream().map(own -> collected(own, context.log())).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  /** What a signal called off before anything was sent for it; complete when all have ended. */
  List<DueBooking> calledOff() {
    return List.copyOf(calledOff);
  }

  /** What the bookings of an account share, and with those of the others. */
  private record Together(
      Share share,
      SplitCoordination siblings,
      Map<Instant, OpeningBarrier> barriers,
      ServerTime time,
      Unasked unasked,
      HeldByHand held) {}

  private static HeldByHand held(Share share, Unasked unasked) {
    ExecutionContext context = share.context();
    return new HeldByHand(
        context.heldEnding(),
        unasked,
        within -> context.reservations().list(context.tokens().current(), within),
        context.log());
  }

  private SplitCoordination siblings(List<DueBooking> due) {
    return new SplitCoordination(
        due.stream().map(one -> one.what().booking()).toList(), WAIT_FOR_SIBLING, context.log());
  }

  private static Map<Instant, OpeningBarrier> barriers(List<DueBooking> due) {
    Map<Instant, OpeningBarrier> barriers = new TreeMap<>();
    due.stream()
        .collect(Collectors.groupingBy(DueBooking::at, Collectors.counting()))
        .forEach((at, count) -> barriers.put(at, new OpeningBarrier(count.intValue())));
    return barriers;
  }

  /**
   * @param openings in order; what was learnt before one holds for those that follow
   */
  private void estimateClock(Set<Instant> openings, ServerTime time) {
    try (ReservationConnection connection = context.reservations().connection()) {
      for (Instant opening : openings) {
        estimation(opening, connection).before(opening);
        time.estimated(opening);
        context.log().debug(() -> "the server's clock leads ours by " + server.lead());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RunStopped e) {
      context.log().debug("the server's clock is not needed any more", e);
    } catch (RuntimeException e) {
      // Each execution meets the same problem and reports it; our own clock will do.
      context.log().warn("the server's clock could not be read", e);
    } finally {
      openings.forEach(time::estimated);
    }
  }

  private ClockEstimation estimation(Instant opening, ReservationConnection connection) {
    return new ClockEstimation(context.clock(), context.waiter(opening), connection::probe, server);
  }

  private void await(Instant at, OpeningBarrier barrier, ServerTime time) {
    try {
      time.awaitOpening(at, barrier);
      barrier.open(context.log());
    } catch (RunStopped e) {
      barrier.callOff();
    } catch (InterruptedException e) {
      // The run is ending, and nothing must be sent before the opening.
      Thread.currentThread().interrupt();
    }
  }

  private RunReport execute(DueBooking due, WarmUpPlace place, Together together)
      throws InterruptedException {
    Booking booking = due.what().booking();
    Share share = together.share();
    BookingExecution execution =
        new BookingExecution(
            due, share.deadlines().apply(due), share.context(), server, together.siblings());
    try {
      ExecutionResult result = result(execution, due, place, together);
      together.siblings().ended(booking, Optional.of(result.outcome()));
      return result.written().orElseGet(() -> share.recorder().apply(due.what(), result));
    } catch (RunStopped e) {
      calledOff.add(due);
      return RunReport.NOTHING;
    } catch (ClaimLost e) {
      // Nothing was sent; the run that has taken it over reports it.
      context.shots().delete(booking);
      context.log().warn("booking %s is another run's by now".formatted(booking.id()), e);
      return RunReport.NOTHING;
    } finally {
      // Whatever broke, no sibling waits for it.
      together.siblings().ended(booking, Optional.empty());
    }
  }

  private ExecutionResult result(
      BookingExecution execution, DueBooking due, WarmUpPlace place, Together together)
      throws InterruptedException {
    boolean isLate = due.at().isBefore(context.clock().instant());
    OpeningBarrier barrier = together.barriers().get(due.at());
    BookingExecution.Aimed aimed;
    try {
      execution.prepare();
      WarmUp warmUp = execution.warmUp(together.time(), together.held());
      Optional<HeldEnd> held = held(warmUp, due, place, together);
      if (held.isPresent()) {
        barrier.doWithout();
        execution.close();
        context.log().info("nothing is asked for: " + held.get().report().outcome().reason());
        return ExecutionResult.of(held.get());
      }
      together.unasked().asks(due.what().booking().id());
      aimed = execution.aim(together.siblings().courtBefore(due.what().booking(), isLate));
      warmUp.keep(due.at(), place);
    } catch (RunStopped e) {
      throw e;
    } catch (ClaimLost e) {
      barrier.doWithout();
      throw e;
    } catch (RuntimeException e) {
      barrier.doWithout();
      context
          .log()
          .warn("booking %s could not be prepared".formatted(due.what().booking().id()), e);
      return ExecutionResult.unsent(e);
    }
    barrier.await(aimed.first());
    return execution.run(aimed);
  }

  /** How a booking has ended that the person holds already; empty when it is to be asked for. */
  private Optional<HeldEnd> held(
      WarmUp warmUp, DueBooking due, WarmUpPlace place, Together together)
      throws InterruptedException {
    Optional<HeldEnd> late = together.held().tryEndLate(due, context.clock().instant());
    return late.isPresent() ? late : warmUp.before(due, place);
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
