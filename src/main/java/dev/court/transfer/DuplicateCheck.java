package dev.court.transfer;

import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.booking.ScheduleRequest;
import dev.court.booking.Venue;
import dev.court.planning.Occurrences;
import dev.court.recurrence.RecurrenceRule;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Tells whether two requests are for the same play, so that none is made twice. It remembers what
 * it looked up: each entry of a long file is held against all that there is.
 */
final class DuplicateCheck {
  private final Venue venue;
  private final Instant now;
  private final Map<Plan, Optional<Instant>> next = new HashMap<>();

  DuplicateCheck(Venue venue, Instant now) {
    this.venue = venue;
    this.now = now;
  }

  /**
   * The name, the guests and what was skipped aside.
   *
   * @param saysStart whether {@code asked} says where a recurrence starts counting; otherwise that
   *     is the day on which somebody first read it, and means nothing
   */
  boolean is(ScheduleRequest asked, ScheduleRequest known, boolean saysStart) {
    return asked.courts().equals(known.courts())
        && asked.duration().equals(known.duration())
        && isSame(asked.plan(), known.plan(), saysStart);
  }

  private boolean isSame(Plan asked, Plan known, boolean saysStart) {
    if (asked instanceof Plan.OneOff one && known instanceof Plan.OneOff other) {
      // A time in a DST gap is written as the one it moves to.
      return venue.occurrence(one.at()).instant().equals(venue.occurrence(other.at()).instant());
    }
    return asked instanceof Plan.Recurring one
        && known instanceof Plan.Recurring other
        && one.rrule().equals(other.rrule())
        && times(one).equals(times(other))
        && (!saysStart || isSameCount(one, other));
  }

  /** Every other Friday is two different things, a week apart. */
  private boolean isSameCount(Plan.Recurring one, Plan.Recurring other) {
    return one.dtstart().equals(other.dtstart()) || next(one).equals(next(other));
  }

  private Optional<Instant> next(Plan.Recurring plan) {
    Plan.Recurring whole = new Plan.Recurring(plan.dtstart(), plan.rrule());
    return next.computeIfAbsent(
        whole, any -> new Occurrences(whole, venue).firstAfter(now).map(Occurrence::instant));
  }

  private static SortedSet<LocalTime> times(Plan.Recurring plan) {
    return RecurrenceRule.parse(plan.rrule()).times(plan.dtstart().toLocalTime());
  }
}
