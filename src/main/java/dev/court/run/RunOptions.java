package dev.court.run;

import dev.court.booking.Schedule;
import dev.court.schedule.alternative.Turns;
import dev.court.store.DueBooking;
import dev.court.store.Store;
import dev.court.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options of a run.
 *
 * @param within bookings that open within this time are taken and waited for
 * @param giveUp how long after the opening, or after the start of the run, to go on trying
 * @param only the one schedule to look at; null for all
 * @param leftToNext the ids of bookings that are left to the next run
 */
public record RunOptions(Duration within, Duration giveUp, Long only, Set<Long> leftToNext) {
  /** For cron, which starts a run each minute: with time to warm up before the opening. */
  public static final RunOptions DEFAULT =
      new RunOptions(Duration.ofSeconds(75), Duration.ofSeconds(60), null);

  public RunOptions {
    leftToNext = Set.copyOf(leftToNext);
  }

  public RunOptions(Duration within, Duration giveUp, Long only) {
    this(within, giveUp, only, Set.of());
  }

  /** The same without these bookings too, which the run has asked for in vain. */
  public RunOptions without(Set<Long> more) {
    return new RunOptions(
        within,
        giveUp,
        only,
        Stream.concat(leftToNext.stream(), more.stream()).collect(Collectors.toSet()));
  }

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
    return begin(at, now).plus(giveUp);
  }

  /**
   * The same for a booking, which leaves its run the time to meet the opening of another time of
   * its occurrence.
   */
  Instant deadline(DueBooking due, Instant now) {
    Instant whole = deadline(due.at(), now);
    Instant least = begin(due.at(), now).plus(Turns.TO_ASK);
    return due.nextTime()
        .map(next -> next.minus(Turns.TO_PREPARE))
        .map(end -> end.isAfter(least) ? end : least)
        .filter(whole::isAfter)
        .orElse(whole);
  }

  /** Whether another time of its occurrence, which opens at {@code next}, is due by {@code now}. */
  boolean isWithin(Instant next, Instant now) {
    return next.isBefore(now.plus(within));
  }

  private static Instant begin(Instant at, Instant now) {
    return at.isAfter(now) ? at : now;
  }
}
