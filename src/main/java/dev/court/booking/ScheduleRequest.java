package dev.court.booking;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person asks for.
 *
 * @param name for display; null when none was given
 * @param plan when to play
 * @param courts best first
 * @param duration of play
 * @param guests as it is sent to Atrium
 * @param strategy how a duration of several slots is taken
 * @param watch whether to go on asking for a court that was taken
 */
public record ScheduleRequest(
    String name,
    Plan plan,
    CourtPreference courts,
    Duration duration,
    String guests,
    Strategy strategy,
    Optional<Watch> watch) {

  public ScheduleRequest {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(courts, "courts");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(guests, "guests");
    Objects.requireNonNull(strategy, "strategy");
    Objects.requireNonNull(watch, "watch");
  }

  /** One that is taken as a whole, and lost when it is taken. */
  public ScheduleRequest(
      String name, Plan plan, CourtPreference courts, Duration duration, String guests) {
    this(name, plan, courts, duration, guests, Strategy.WHOLE, Optional.empty());
  }

  public ScheduleRequest withPlan(Plan other) {
    return new ScheduleRequest(name, other, courts, duration, guests, strategy, watch);
  }
}
