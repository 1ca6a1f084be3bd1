package dev.court.ics;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Plan;
import dev.court.recurrence.RecurrenceRule;
import dev.court.recurrence.RecurrenceSet;
import dev.court.recurrence.RuleEnd;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The next times of a rule on the clock of its own zone.
 *
 * @param from where they begin
 * @param to where they end, exclusive
 * @param isComplete whether these are all times that are ahead
 */
record UpcomingTimes(
    List<LocalDateTime> wallClocks, LocalDateTime from, LocalDateTime to, boolean isComplete) {
  private static final int YEARS_OF_ENDLESS = 4;
  private static final int YEARS_OF_ENDED = 40;
  private static final int MOST = 2_000;

  /**
   * The times from now on, or from the start when that is later.
   *
   * @throws InvalidRequest when the budget does not suffice
   */
  static UpcomingTimes of(RecurrenceRule rule, CalendarTime start, ReadingContext context) {
    Instant now = context.now();
    boolean isEndless = rule.end() instanceof RuleEnd.Never;
    LocalDateTime today = LocalDateTime.ofInstant(now, start.rules().getOffset(now));
    LocalDateTime from = today.isBefore(start.wallClock()) ? start.wallClock() : today;
    LocalDateTime to = from.plusYears(isEndless ? YEARS_OF_ENDLESS : YEARS_OF_ENDED);
    RecurrenceSet all = onItsClock(rule, start, context.budget());
    List<LocalDateTime> next =
        all.between(utc(from), utc(to), MOST + 1).stream().map(Occurrence::wallClock).toList();
    boolean isComplete = !isEndless && next.size() <= MOST && all.firstFrom(utc(to)).isEmpty();
    return new UpcomingTimes(next.stream().limit(MOST).toList(), from, to, isComplete);
  }

  boolean isEmpty() {
    return wallClocks.isEmpty();
  }

  /** The last of them; there must be one. */
  LocalDateTime last() {
    return wallClocks.get(wallClocks.size() - 1);
  }

  /** UTC stands for a clock without changes. */
  private static RecurrenceSet onItsClock(
      RecurrenceRule rule, CalendarTime start, ReadingBudget budget) {
    RecurrenceRule local = rule.endingOnTheClockOf(start.rules());
    return new RecurrenceSet(
        new Plan.Recurring(start.wallClock(), local.canonical()),
        ZoneOffset.UTC,
        budget::spendYear);
  }

  private static Instant utc(LocalDateTime wallClock) {
    return wallClock.toInstant(ZoneOffset.UTC);
  }
}
