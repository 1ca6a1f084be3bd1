package dev.court.run.standby;

import dev.court.booking.Booking;
import dev.court.booking.Problem;
import dev.court.store.Claims;
import dev.court.store.Database;
import dev.court.store.DueBooking;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Arms the claims of one run on a server, in a thread of its own. Those that come at the same time
 * share a transaction: at an opening they are many. Safe for use by many threads.
 */
public final class Arming {
  /**
   * A booking with one court does not wait longer for a server that may be away: it needs no
   * arming, and is only told that way if another run has it by now.
   */
  private static final Duration FOR_ONLY_COURT = Duration.ofMillis(200);

  private static final int ROUND_TRIPS = 12;

  /** The connection to Atrium is opened before that. */
  private static final Duration SOONEST = Duration.ofMillis(1500);

  private final ExecutorService thread =
      new ThreadPoolExecutor(
          0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Arming::daemon);

  private final Database database;
  private final String run;
  private final List<Wish> waiting = new ArrayList<>();

  public Arming(Database database, String run) {
    this.database = database;
    this.run = run;
  }

  /** Whoever goes on with such a booking cannot ask for another court: it needs no arming. */
  public static boolean isOnlyCourt(Booking booking) {
    return booking.courts().courtIds().size() == 1;
  }

  /**
   * How much sooner than with a database nearby a court is armed: the transaction takes a dozen
   * round trips, which nobody waits for at the opening.
   */
  public Duration sooner() {
    Duration far = database.roundTrip().multipliedBy(ROUND_TRIPS);
    return far.compareTo(SOONEST) < 0 ? far : SOONEST;
  }

  /** What keeps a run that is taken for dead from a second court. */
  public ClaimFence fence(DueBooking due) {
    return database.runs().isPresent() ? new Fence(due) : ClaimFence.NONE;
  }

  /** For one thread; another one may look whether it is armed. */
  private final class Fence implements ClaimFence {
    private final DueBooking due;
    private volatile String armed;

    Fence(DueBooking due) {
      this.due = due;
    }

    @Override
    public boolean isArmed(String courtId) {
      return courtId.equals(armed);
    }

    @Override
    public void arm(String courtId) throws IOException {
      if (isArmed(courtId)) {
        return;
      }
      Wish wish = new Wish(due, courtId);
      beg(wish);
      try {
        if (!granted(wish)) {
          throw new ClaimLost();
        }
      } catch (Problem e) {
        if (!isOnlyCourt(due.what().booking())) {
          throw new IOException(e.getMessage(), e);
        }
      }
      armed = courtId;
    }
  }

  /**
   * What is to be armed.
   *
   * @param isGranted false when the claim is another run's by now; ends with a {@link Problem} when
   *     the server could not be asked
   */
  private record Wish(Claims.Arm arm, CompletableFuture<Boolean> isGranted) {
    Wish(DueBooking due, String courtId) {
      this(new Claims.Arm(due, courtId), new CompletableFuture<>());
    }
  }

  private void beg(Wish wish) {
    synchronized (waiting) {
      waiting.add(wish);
    }
    thread.execute(this::grantAll);
  }

  private static boolean granted(Wish wish) throws IOException {
    try {
      return isOnlyCourt(wish.arm().due().what().booking())
          ? wish.isGranted()
              .completeOnTimeout(true, FOR_ONLY_COURT.toMillis(), TimeUnit.MILLISECONDS)
              .get()
          : wish.isGranted().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Problem problem
          ? problem
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the run is ending");
    }
  }

  private void grantAll() {
    List<Wish> together;
    synchronized (waiting) {
      together = List.copyOf(waiting);
      waiting.clear();
    }
    if (together.isEmpty()) {
      return;
    }
    try {
      List<Boolean> granted =
          database.transactDurably(
              store -> store.claims().tryArm(run, together.stream().map(Wish::arm).toList()));
      for (int i = 0; i < together.size(); i++) {
        together.get(i).isGranted().complete(granted.get(i));
      }
    } catch (RuntimeException | Error e) {
      together.forEach(one -> one.isGranted().completeExceptionally(e));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "court-arming");
    thread.setDaemon(true);
    return thread;
  }
}
