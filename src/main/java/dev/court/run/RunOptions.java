package dev.court.run;

import java.time.Duration;

/**
 * How a run goes about it.
 *
 * @param within bookings that open within this time are taken and waited for
 * @param giveUp how long after the opening, or after the start of the run, to go on trying
 * @param only the one schedule to look at; null for all
 */
public record RunOptions(Duration within, Duration giveUp, Long only) {
  /** A cron tick each minute, with time to warm up before the opening. */
  public static final RunOptions DEFAULT =
      new RunOptions(Duration.ofSeconds(75), Duration.ofSeconds(60), null);

  boolean admits(long scheduleId) {
    return only == null || only == scheduleId;
  }
}
