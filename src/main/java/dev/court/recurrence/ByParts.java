package dev.court.recurrence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the BY parts of a rule list.
 *
 * @param numbers no part with an empty list
 * @param days BYDAY; empty when the rule has none
 */
record ByParts(Map<Part, List<Integer>> numbers, List<NthWeekday> days) {

  ByParts {
    numbers = Map.copyOf(numbers);
    days = List.copyOf(days);
  }

  /** The numbers of {@code part}; empty when the rule has none. */
  List<Integer> of(Part part) {
    return numbers.getOrDefault(part, List.of());
  }

  boolean has(Part part) {
    return part == Part.BYDAY ? !days.isEmpty() : numbers.containsKey(part);
  }

  boolean hasOrdinals() {
    return days.stream().anyMatch(NthWeekday::isOrdinal);
  }

  /** As a rule part; empty when the rule has none. */
  String text(Part part) {
    List<?> listed = part == Part.BYDAY ? days : of(part);
    return listed.isEmpty()
        ? ""
        : part + listed.stream().map(Object::toString).collect(Collectors.joining(",", "=", ""));
  }

  /**
   * The same with the day said: what a rule leaves open comes from the start of the recurrence (RFC
   * 5545, 3.3.10).
   */
  ByParts inFull(Frequency frequency, LocalDate first) {
    if (has(Part.BYDAY) || has(Part.BYMONTHDAY) || has(Part.BYYEARDAY)) {
      return this;
    }
    if (frequency == Frequency.WEEKLY || has(Part.BYWEEKNO)) {
      return new ByParts(numbers, List.of(new NthWeekday(0, first.getDayOfWeek())));
    }
    return switch (frequency) {
      case MONTHLY -> with(Part.BYMONTHDAY, first.getDayOfMonth());
      case YEARLY ->
          has(Part.BYMONTH)
              ? with(Part.BYMONTHDAY, first.getDayOfMonth())
              : with(Part.BYMONTH, first.getMonthValue()).inFull(frequency, first);
      default -> this;
    };
  }

  private ByParts with(Part part, int number) {
    var more = new HashMap<>(numbers);
    more.put(part, List.of(number));
    return new ByParts(more, days);
  }
}
