package dev.court.booking;

import java.time.Duration;
import java.util.Objects;

/**
 * What a person asks for.
 *
 * @param name for display; null when none was given
 * @param plan when to play
 * @param courts best first
 * @param duration of play
 * @param guests as it is sent to Atrium
 * @param strategy how a duration of several slots is taken
 */
public record ScheduleRequest(
    String name,
    Plan plan,
    CourtPreference courts,
    Duration duration,
    String guests,
    Strategy strategy) {

  public ScheduleRequest {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(courts, "courts");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(guests, "guests");
    Objects.requireNonNull(strategy, "strategy");
  }

  /** One that is taken as a whole. */
  public ScheduleRequest(
      String name, Plan plan, CourtPreference courts, Duration duration, String guests) {
    this(name, plan, courts, duration, guests, Strategy.WHOLE);
  }

  public ScheduleRequest withPlan(Plan other) {
    return new ScheduleRequest(name, other, courts, duration, guests, strategy);
  }
}
