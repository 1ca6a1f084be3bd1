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
 */
public record ScheduleRequest(
    String name, Plan plan, CourtPreference courts, Duration duration, String guests) {

  public ScheduleRequest {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(courts, "courts");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(guests, "guests");
  }

  public ScheduleRequest withPlan(Plan other) {
    return new ScheduleRequest(name, other, courts, duration, guests);
  }

  /** Whether both mean the same play: the start of counting, the name and the guests aside. */
  public boolean asksTheSameAs(ScheduleRequest other) {
    return courts.equals(other.courts)
        && duration.equals(other.duration)
        && samePlay(plan, other.plan);
  }

  private static boolean samePlay(Plan one, Plan other) {
    if (one instanceof Plan.Recurring a && other instanceof Plan.Recurring b) {
      return a.rrule().equals(b.rrule())
          && a.dtstart().toLocalTime().equals(b.dtstart().toLocalTime());
    }
    return one.equals(other);
  }
}
