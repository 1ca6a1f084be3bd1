package dev.court.notification;

import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;
import dev.court.workspace.StopSignal;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The part of a run that sends messages. The messages are in the database before; here they are
 * sent, when all bookings of the run are settled and no opening is near. It takes no longer than
 * its limit and holds nothing that a run needs: neither a claim on a booking nor the database.
 */
public final class NotificationPhase {
  /** Before an opening the machine belongs to the run that waits for it. */
  private static final Duration NEAR = Duration.ofSeconds(30);

  private static final Duration JUST_PAST = Duration.ofSeconds(10);

  private final Workspace workspace;
  private final OutboxWriter outbox;
  private final Notifier notifier;
  private final OutboxRelay relay;
  private final Heartbeat heartbeat;
  private final StopSignal stop;
  private final Duration limit;
  private final AtomicBoolean hasBegun = new AtomicBoolean();

  /**
   * Sends what the writer puts into the outbox.
   *
   * @param stop once it is there, the messages are left to the next run
   * @param limit for all messages of a run together
   */
  public NotificationPhase(
      Workspace workspace,
      OutboxWriter outbox,
      OutboxRelay relay,
      Heartbeat heartbeat,
      StopSignal stop,
      Duration limit) {
    this.workspace = workspace;
    this.outbox = outbox;
    this.notifier = new Notifier(workspace, outbox);
    this.relay = relay;
    this.heartbeat = heartbeat;
    this.stop = stop;
    this.limit = limit;
  }

  /** Writes the messages that are sent in this phase. */
  public Notifier notifier() {
    return notifier;
  }

  /**
   * What the first transaction of a run finds.
   *
   * @param hasMessages whether a message of an earlier run is due
   * @param isOpeningNear whether any account has an opening soon; false when nobody wants to know
   */
  public record Found(boolean hasMessages, boolean isOpeningNear) {}

  /** Looks in the transaction that a run begins with. */
  public Found look(Store store, Instant now) {
    return new Found(
        outbox.isUsed() && store.outbox().hasDue(workspace.accountId(store), now),
        heartbeat.isUsed() && isOpeningNear(store));
  }

  /**
   * The run goes on to its bookings. Only the first call counts: a run that goes on with another
   * time, or for another machine, began once.
   */
  public void begin(boolean isOpeningNear) {
    if (hasBegun.compareAndSet(false, true) && !isOpeningNear) {
      heartbeat.begin();
    }
  }

  /**
   * Sends the messages, when the run is over and was reported on the terminal.
   *
   * @param problem what kept the run from its work; empty when nothing did
   * @param due the bookings that the problem may have kept from being made
   * @param hasMessages whether the run wrote or found a message
   * @return a line for each channel whose messages are given up; each is returned once
   */
  public List<String> after(
      Optional<Problem> problem, List<ScheduledBooking> due, boolean hasMessages) {
    boolean isProblemTold = outbox.isUsed() && problem.isPresent();
    if (stop.isRaised() || (!isProblemTold && !hasMessages && !heartbeat.isUsed())) {
      return List.of();
    }
    try {
      Optional<OutboxRelay.Batch> batch =
          workspace.database().transact(store -> take(store, problem, due));
      batch.ifPresent(taken -> send(taken, problem.map(Problem::getMessage)));
      return batch.map(OutboxRelay.Batch::givenUp).orElse(List.of());
    } catch (Problem e) {
      workspace.log().of("notification").warn("nobody could be notified", e);
      return List.of("nobody could be notified: " + e.getMessage());
    }
  }

  /** Empty when an opening is near: a later run sends the messages. */
  private Optional<OutboxRelay.Batch> take(
      Store store, Optional<Problem> problem, List<ScheduledBooking> due) {
    problem.ifPresent(one -> notifier.problem(store, one, due));
    return isOpeningNear(store) ? Optional.empty() : Optional.of(relay.take(store));
  }

  /** All channels at once, so that one that hangs takes no time of the others. */
  private void send(OutboxRelay.Batch batch, Optional<String> problem) {
    long deadline = System.nanoTime() + limit.toNanos();
    List<Thread> threads = new ArrayList<>();
    batch
        .messages()
        .forEach(
            (channel, messages) ->
                threads.add(
                    start(channel.name(), () -> relay.deliver(channel, messages, deadline))));
    if (heartbeat.isUsed()) {
      threads.add(start("ping", () -> heartbeat.end(problem)));
    }
    threads.forEach(thread -> await(thread, deadline));
  }

  private Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, "court-tell-" + name);
    thread.setDaemon(true);
    // The claims of the thread end with this process; the next run sends what it left.
    thread.setUncaughtExceptionHandler(
        (one, cause) ->
            workspace
                .log()
                .of("notification")
                .error("sending to %s broke off".formatted(name), cause));
    thread.start();
    return thread;
  }

  private static void await(Thread thread, long deadline) {
    try {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      thread.join(Math.max(1, left));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOpeningNear(Store store) {
    Instant now = workspace.now();
    return store.dueBookings().isAnyNear(now.minus(JUST_PAST), now, now.plus(NEAR));
  }
}
