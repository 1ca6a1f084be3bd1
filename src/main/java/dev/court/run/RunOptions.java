package dev.court.run;

import dev.court.booking.Schedule;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;

/**
 * The options of a run.
 *
 * @param within bookings that open within this time are taken and waited for
 * @param giveUp how long after the opening, or after the start of the run, to go on trying
 * @param only the one schedule to look at; null for all
 */
public record RunOptions(Duration within, Duration giveUp, Long only) {
  /** For cron, which starts a run each minute: with time to warm up before the opening. */
  public static final RunOptions DEFAULT =
      new RunOptions(Duration.ofSeconds(75), Duration.ofSeconds(60), null);

  /**
   * Whether these are {@link #DEFAULT}. The equals of a record is put together when it is first
   * called, which costs 6 % of a run with nothing to do.
   */
  public boolean isDefault() {
    return within.equals(DEFAULT.within) && giveUp.equals(DEFAULT.giveUp) && only == null;
  }

  boolean admits(long scheduleId) {
    return only == null || only == scheduleId;
  }

  /**
   * Looks whether the one schedule is there. A removed one is: a booking of it may be in doubt.
   *
   * @throws dev.court.booking.UnknownId when the account never had it
   */
  void check(Workspace workspace, Store store) {
    if (only != null) {
      Schedule unused = workspace.anySchedule(store, only);
    }
  }

  /**
   * The instant after which a run sends no more requests for a booking.
   *
   * @param at when the booking is to be tried
   * @param now when the run began
   */
  Instant deadline(Instant at, Instant now) {
    return (at.isAfter(now) ? at : now).plus(giveUp);
  }
}
