package dev.court.recurrence;

import dev.court.booking.Plan;
import dev.court.text.TimeInWords;
import dev.court.text.WordList;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Describes a recurrence in English. */
public final class RuleInWords {
  private static final int MOST_EXCEPTIONS = 3;

  private RuleInWords() {}

  /**
   * The description, such as {@code every Wednesday and Friday at 17:00 until 31 Dec 2026, except
   * 23 Dec 2026}. A rule that a few words cannot describe is quoted.
   *
   * @param zone the venue's, for the day on which a rule ends
   */
  public static String describe(Plan.Recurring plan, ZoneId zone) {
    RecurrenceRule rule = RecurrenceRule.parse(plan.rrule());
    RecurrenceRule full = rule.withDaysFrom(plan.dtstart().toLocalDate());
    SortedSet<LocalTime> times = rule.times(plan.dtstart().toLocalTime());
    String at = " at " + WordList.of(times.stream().map(LocalTime::toString).toList());
    String words =
        DaysInWords.of(full)
            .map(days -> days + at + end(rule.end(), times.last(), zone))
            .orElseGet(() -> "by the rule " + rule + (rule.hasTime() ? "" : at));
    return words + exceptions(plan.exdates());
  }

  private static String end(RuleEnd end, LocalTime lastTime, ZoneId zone) {
    if (end instanceof RuleEnd.Count count) {
      return count.count() == 1 ? ", once" : ", %s times".formatted(count.count());
    }
    if (end instanceof RuleEnd.OnDay onDay) {
      return " until " + TimeInWords.date(onDay.day());
    }
    if (end instanceof RuleEnd.AtLocal at) {
      return until(at.last(), lastTime);
    }
    return end instanceof RuleEnd.AtInstant at
        ? until(at.last().atZone(zone).toLocalDateTime(), lastTime)
        : "";
  }

  private static String until(LocalDateTime end, LocalTime lastTime) {
    // The time of the end matters only when it excludes occurrences of its day.
    String time = end.toLocalTime().isBefore(lastTime) ? " at " + end.toLocalTime() : "";
    return " until " + TimeInWords.date(end.toLocalDate()) + time;
  }

  private static String exceptions(SortedSet<LocalDateTime> exdates) {
    if (exdates.isEmpty()) {
      return "";
    }
    List<LocalDate> dates = exdates.stream().map(LocalDateTime::toLocalDate).distinct().toList();
    String first =
        dates.stream()
            .limit(MOST_EXCEPTIONS)
            .map(TimeInWords::date)
            .collect(Collectors.joining(", "));
    int more = dates.size() - MOST_EXCEPTIONS;
    return ", except " + first + (more > 0 ? " and %s more".formatted(more) : "");
  }
}
