package dev.court.ics;

import dev.court.recurrence.NthWeekday;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the rule by which a clock change comes again each year, if there is one. */
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

  /** A rule that is right for the next twenty years, from the change on; empty when none is. */
  Optional<String> rule() {
    LocalDateTime start = first.getDateTimeBefore();
    int nth = (start.getDayOfMonth() - 1) / DAYS_IN_A_WEEK + 1;
    return Stream.of(nth, LAST)
        .filter(candidate -> candidate <= 4 && isRight(candidate))
        .findFirst()
        .map(
            right ->
                "FREQ=YEARLY;BYMONTH=%s;BYDAY=%s"
                    .formatted(start.getMonthValue(), new NthWeekday(right, start.getDayOfWeek())));
  }

  private boolean isRight(int nth) {
    ZoneOffsetTransition change = first;
    for (int year = first.getDateTimeBefore().getYear() + 1, i = 0; i < YEARS; year++, i++) {
      change = yearLater(change);
      if (change == null || !isAlike(change) || !change.getDateTimeBefore().equals(at(nth, year))) {
        return false;
      }
    }
    return true;
  }

  /** Of two changes a year, the other one lies between. */
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
