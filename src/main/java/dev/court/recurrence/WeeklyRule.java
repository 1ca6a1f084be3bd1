package dev.court.recurrence;

import dev.court.booking.InvalidRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A weekly recurrence in the terms of people who do not write rules.
 *
 * @param days at least one
 * @param time of day at the venue, in whole minutes
 * @param every 1 for each week, 2 for every other week, ...
 * @param until the last day, inclusive; null for none
 * @param count the number of occurrences; null for no limit
 */
public record WeeklyRule(
    Set<DayOfWeek> days, LocalTime time, int every, LocalDate until, Integer count) {

  public WeeklyRule {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new InvalidRequest("no day of the week is named: say one such as we");
    }
    if (time.getSecond() != 0 || time.getNano() != 0) {
      throw new InvalidRequest("%s is no whole minute: play starts on the minute".formatted(time));
    }
  }

  /**
   * The same as a rule.
   *
   * @throws InvalidRequest when both {@code until} and {@code count} are given, or a number is out
   *     of range
   */
  public RecurrenceRule toRule() {
    var parts = new StringJoiner(";").add("FREQ=WEEKLY").add("INTERVAL=" + every);
    parts.add(
        EnumSet.copyOf(days).stream()
            .map(Weekdays::code)
            .collect(Collectors.joining(",", "BYDAY=", "")));
    parts.add("BYHOUR=" + time.getHour()).add("BYMINUTE=" + time.getMinute());
    if (count != null) {
      parts.add("COUNT=" + count);
    }
    if (until != null) {
      parts.add(new RuleEnd.OnDay(until).text());
    }
    return RecurrenceRule.parse(parts.toString());
  }
}
