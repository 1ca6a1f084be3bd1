package dev.court.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
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
 * @param alternatives times that would do too, of which one is booked where those before are lost
 */
public record ScheduleRequest(
    String name,
    Plan plan,
    CourtPreference courts,
    Duration duration,
    String guests,
    Strategy strategy,
    Optional<Watch> watch,
    AlternativeTimes alternatives) {

  /** So far before a booking its occurrence may start on the same day, over a clock change too. */
  public static final Duration DAY = Duration.ofHours(25);

  public ScheduleRequest {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(courts, "courts");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(guests, "guests");
    Objects.requireNonNull(strategy, "strategy");
    Objects.requireNonNull(watch, "watch");
    Objects.requireNonNull(alternatives, "alternatives");
  }

  /** One that is taken as a whole, and lost when it is taken. */
  public ScheduleRequest(
      String name, Plan plan, CourtPreference courts, Duration duration, String guests) {
    this(
        name,
        plan,
        courts,
        duration,
        guests,
        Strategy.WHOLE,
        Optional.empty(),
        AlternativeTimes.NONE);
  }

  public ScheduleRequest withPlan(Plan other) {
    return new ScheduleRequest(
        name, other, courts, duration, guests, strategy, watch, alternatives);
  }

  public ScheduleRequest with(AlternativeTimes others) {
    return new ScheduleRequest(name, plan, courts, duration, guests, strategy, watch, others);
  }

  /** The same without alternatives. */
  public ScheduleRequest without() {
    return with(AlternativeTimes.NONE);
  }

  /** Whether one of several times is wanted. */
  public boolean isEither() {
    return !alternatives.isNone();
  }

  /** Whether an occurrence is one reservation, at one time. */
  public boolean isOneTime() {
    return strategy == Strategy.WHOLE && !isEither();
  }

  /** The bookings to make of an occurrence, by time; of alternatives one is won. */
  public List<BookingPart> parts(Occurrence whole, Duration slot) {
    return isEither() ? alternatives.parts(whole, duration) : strategy.parts(whole, duration, slot);
  }

  /**
   * Whether a booking is for one of the times of the occurrence that starts at {@code preferred}.
   * After a change it may still name the start that the occurrence had before.
   */
  public boolean isTimeOf(Instant preferred, Booking booking) {
    ZonedDateTime start = booking.occurrence().start();
    return booking.partOf().equals(preferred)
        || booking.start().equals(preferred)
        || (alternatives.times().contains(start.toLocalTime())
            && start.toLocalDate().equals(preferred.atZone(start.getZone()).toLocalDate()));
  }

  /** No booking starts later than this after its occurrence. */
  public Duration longestPart() {
    return isEither() ? DAY : duration;
  }
}
