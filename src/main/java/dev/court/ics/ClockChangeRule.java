package dev.court.ics;

import dev.court.recurrence.NthWeekday;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a yearly recurrence rule for a clock change. */
final class ClockChangeRule {
  private static final int YEARS = 20;
  private static final int DAYS_IN_A_WEEK = 7;
  private static final int LAST = -1;

  private final ZoneRules rules;
  private final ZoneOffsetTransition first;

  ClockChangeRule(ZoneRules rules, ZoneOffsetTransition first) {
    this.rules = rules;
    this.first = first;
  }

  /** A rule that gives the changes of the next twenty years; empty when there is none. */
  Optional<String> rule() {
    LocalDateTime start = first.getDateTimeBefore();
    int nth = (start.getDayOfMonth() - 1) / DAYS_IN_A_WEEK + 1;
    return Stream.of(nth, LAST)
        .filter(candidate -> candidate <= 4 && isSame(candidate))
        .findFirst()
        .map(
            found ->
                "FREQ=YEARLY;BYMONTH=%s;BYDAY=%s"
                    .formatted(start.getMonthValue(), new NthWeekday(found, start.getDayOfWeek())));
  }

  private boolean isSame(int nth) {
    ZoneOffsetTransition change = first;
    for (int year = first.getDateTimeBefore().getYear() + 1, i = 0; i < YEARS; year++, i++) {
      change = yearLater(change);
      if (change == null || !isAlike(change) || !change.getDateTimeBefore().equals(at(nth, year))) {
        return false;
      }
    }
    return true;
  }

  /** A zone with daylight saving time changes twice a year, so the change after next is alike. */
  private ZoneOffsetTransition yearLater(ZoneOffsetTransition change) {
    ZoneOffsetTransition other = rules.nextTransition(change.getInstant());
    return other == null ? null : rules.nextTransition(other.getInstant());
  }

  private boolean isAlike(ZoneOffsetTransition change) {
    return change.getOffsetBefore().equals(first.getOffsetBefore())
        && change.getOffsetAfter().equals(first.getOffsetAfter());
  }

  private LocalDateTime at(int nth, int year) {
    LocalDateTime start = first.getDateTimeBefore();
    LocalDate month = LocalDate.of(year, start.getMonthValue(), 1);
    return month
        .with(TemporalAdjusters.dayOfWeekInMonth(nth, start.getDayOfWeek()))
        .atTime(start.toLocalTime());
  }
}
