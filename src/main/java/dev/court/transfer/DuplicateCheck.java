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
 * Tells whether two requests are for the same times, courts and length, so that none is made twice.
 * It remembers the next occurrence of each plan, because each entry of a long file is compared with
 * all schedules.
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
   * Whether they are the same apart from name, guests and skipped dates.
   *
   * @param hasStart whether {@code asked} names the start of a recurrence. Otherwise its start is
   *     the day of its import, and is not compared.
   */
  boolean isSame(ScheduleRequest asked, ScheduleRequest known, boolean hasStart) {
    return asked.courts().equals(known.courts())
        && asked.duration().equals(known.duration())
        && isSame(asked.plan(), known.plan(), hasStart);
  }

  /** Whether they are for the same times; skipped dates do not count. */
  boolean isSame(Plan asked, Plan known) {
    return isSame(asked, known, true);
  }

  private boolean isSame(Plan asked, Plan known, boolean hasStart) {
    if (asked instanceof Plan.OneOff one && known instanceof Plan.OneOff other) {
      // A time in a DST gap is exported as the time that it moves to.
      return venue.occurrence(one.at()).instant().equals(venue.occurrence(other.at()).instant());
    }
    return asked instanceof Plan.Recurring one
        && known instanceof Plan.Recurring other
        && one.rrule().equals(other.rrule())
        && times(one).equals(times(other))
        && (!hasStart || haveSameDates(one, other));
  }

  /** Two rules for every other Friday can mean different Fridays. */
  private boolean haveSameDates(Plan.Recurring one, Plan.Recurring other) {
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
