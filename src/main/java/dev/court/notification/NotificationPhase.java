package dev.court.notification;

import dev.court.booking.Problem;
import dev.court.booking.ScheduledBooking;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells a person who is away what a run did. What is to be told is in the database before; here it
 * is sent, when all bookings of the run are settled and none opens soon. It takes no longer than
 * its limit and holds nothing that a run needs: neither a claim on a booking nor the database.
 */
public final class NotificationPhase {
  /** The rest of the machine belongs to whoever waits for an opening. */
  private static final Duration NEAR = Duration.ofSeconds(30);

  private static final Duration JUST_PAST = Duration.ofSeconds(10);

  private final Workspace workspace;
  private final OutboxWriter postbox;
  private final Notifier tidings;
  private final OutboxRelay rounds;
  private final Heartbeat heartbeat;
  private final Duration limit;
  private volatile boolean near;

  /**
   * Tells what the writer puts into the outbox.
   *
   * @param limit for all messages of a run together
   */
  public NotificationPhase(
      Workspace workspace,
      OutboxWriter postbox,
      OutboxRelay rounds,
      Heartbeat heartbeat,
      Duration limit) {
    this.workspace = workspace;
    this.postbox = postbox;
    this.tidings = new Notifier(workspace, postbox);
    this.rounds = rounds;
    this.heartbeat = heartbeat;
    this.limit = limit;
  }

  public Notifier tidings() {
    return tidings;
  }

  /** A look around in the transaction that a run begins with. */
  public void look(Store store, Instant now) {
    if (postbox.isUsed() && store.outbox().hasDue(workspace.accountId(store), now)) {
      postbox.fill();
    }
    if (heartbeat.isUsed()) {
      near = isNear(store);
    }
  }

  /** The run goes on to its bookings. */
  public void begin() {
    if (!near) {
      heartbeat.begin();
    }
  }

  /**
   * The run is over, and was told here.
   *
   * @param problem what kept the run from its work; empty when nothing did
   * @param due the bookings that the problem may have kept from being made
   * @return what could not be told elsewhere, a line each, once
   */
  public List<String> after(Optional<Problem> problem, List<ScheduledBooking> due) {
    try {
      return told(problem, due);
    } catch (Problem e) {
      return List.of("nobody could be notified: " + e.getMessage());
    }
  }

  private List<String> told(Optional<Problem> problem, List<ScheduledBooking> due) {
    boolean isNews = postbox.isUsed() && problem.isPresent();
    if (!isNews && !postbox.isFull() && !heartbeat.isUsed()) {
      return List.of();
    }
    Optional<OutboxRelay.Batch> bag =
        workspace
            .database()
            .transact(
                store -> {
                  problem.ifPresent(one -> tidings.trouble(store, one, due));
                  return isNear(store) ? Optional.empty() : Optional.of(rounds.take(store));
                });
    bag.ifPresent(taken -> send(taken, problem.map(Problem::getMessage)));
    return bag.map(OutboxRelay.Batch::givenUp).orElse(List.of());
  }

  /** All channels at once, so that one that hangs takes no time of the others. */
  private void send(OutboxRelay.Batch bag, Optional<String> trouble) {
    long deadline = System.nanoTime() + limit.toNanos();
    List<Thread> threads = new ArrayList<>();
    bag.post()
        .forEach(
            (channel, post) ->
                threads.add(aside(channel.name(), () -> rounds.deliver(channel, post, deadline))));
    if (heartbeat.isUsed()) {
      threads.add(aside("ping", () -> heartbeat.end(trouble)));
    }
    threads.forEach(thread -> await(thread, deadline));
  }

  private static Thread aside(String name, Runnable work) {
    Thread thread = new Thread(work, "court-tell-" + name);
    thread.setDaemon(true);
    // its claims end with this process; the next run sends what it left
    thread.setUncaughtExceptionHandler((one, cause) -> {});
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

  private boolean isNear(Store store) {
    Instant now = workspace.now();
    return store.dueBookings().isAnyNear(now.minus(JUST_PAST), now, now.plus(NEAR));
  }
}
