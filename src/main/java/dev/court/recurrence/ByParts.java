package dev.court.recurrence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The BY parts of a rule with the values that each lists (RFC 5545, 3.3.10).
 *
 * @param numbers the parts that list numbers; a part that the rule does not have is absent
 * @param days BYDAY; empty when the rule has none
 */
record ByParts(Map<RulePart, List<Integer>> numbers, List<NthWeekday> days) {

  ByParts {
    numbers = Map.copyOf(numbers);
    days = List.copyOf(days);
  }

  /** The numbers of {@code part}; empty when the rule has none. */
  List<Integer> of(RulePart part) {
    return numbers.getOrDefault(part, List.of());
  }

  boolean has(RulePart part) {
    return part == RulePart.BYDAY ? !days.isEmpty() : numbers.containsKey(part);
  }

  boolean hasOrdinals() {
    return days.stream().anyMatch(NthWeekday::isOrdinal);
  }

  /** The part as a rule writes it, such as {@code BYMONTH=1,2}; empty when the rule has none. */
  String text(RulePart part) {
    List<?> listed = part == RulePart.BYDAY ? days : of(part);
    return listed.isEmpty()
        ? ""
        : part + listed.stream().map(Object::toString).collect(Collectors.joining(",", "=", ""));
  }

  /**
   * The same parts with the days completed. Days that a rule does not name come from the start of
   * the recurrence (RFC 5545, 3.3.10).
   *
   * @param first the day on which the recurrence starts
   */
  ByParts withDaysFrom(Frequency frequency, LocalDate first) {
    if (has(RulePart.BYDAY) || has(RulePart.BYMONTHDAY) || has(RulePart.BYYEARDAY)) {
      return this;
    }
    if (frequency == Frequency.WEEKLY || has(RulePart.BYWEEKNO)) {
      return new ByParts(numbers, List.of(new NthWeekday(0, first.getDayOfWeek())));
    }
    return switch (frequency) {
      case MONTHLY -> with(RulePart.BYMONTHDAY, first.getDayOfMonth());
      case YEARLY ->
          has(RulePart.BYMONTH)
              ? with(RulePart.BYMONTHDAY, first.getDayOfMonth())
              : with(RulePart.BYMONTH, first.getMonthValue()).withDaysFrom(frequency, first);
      default -> this;
    };
  }

  private ByParts with(RulePart part, int number) {
    var more = new HashMap<>(numbers);
    more.put(part, List.of(number));
    return new ByParts(more, days);
  }
}
