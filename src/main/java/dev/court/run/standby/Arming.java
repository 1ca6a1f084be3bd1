package dev.court.run.standby;

import dev.court.booking.Booking;
import dev.court.booking.Problem;
import dev.court.store.Database;
import dev.court.store.DueBooking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Arms the claims of one run on a server. Those that come at the same time share a transaction: at
 * an opening they are many. Safe for use by many threads.
 */
public final class Arming {
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
      grant(wish);
      if (wish.problem.isEmpty() && !wish.isGranted) {
        throw new ClaimLost();
      }
      if (wish.problem.isPresent() && !isOnlyCourt(due.what().booking())) {
        throw new IOException(wish.problem.get().getMessage(), wish.problem.get());
      }
      armed = courtId;
    }
  }

  /** Guarded by the lock of {@link #grant}. */
  private static final class Wish {
    private final DueBooking due;
    private final String courtId;
    private boolean isDone;
    private boolean isGranted;
    private Optional<Problem> problem = Optional.empty();

    Wish(DueBooking due, String courtId) {
      this.due = due;
      this.courtId = courtId;
    }
  }

  private void grant(Wish wish) {
    synchronized (waiting) {
      waiting.add(wish);
    }
    synchronized (this) {
      if (!wish.isDone) {
        List<Wish> together;
        synchronized (waiting) {
          together = List.copyOf(waiting);
          waiting.clear();
        }
        grant(together);
      }
    }
  }

  private void grant(List<Wish> together) {
    try {
      database.transactDurably(
          store -> {
            together.forEach(
                one -> one.isGranted = store.claims().tryArm(one.due, run, one.courtId));
            return together;
          });
    } catch (Problem e) {
      together.forEach(one -> one.problem = Optional.of(e));
    } finally {
      together.forEach(one -> one.isDone = true);
    }
  }
}
