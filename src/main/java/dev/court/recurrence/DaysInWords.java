package dev.court.recurrence;

import dev.court.text.WordList;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes the days of a rule in English, or returns nothing where a few words cannot. */
final class DaysInWords {
  private static final int DAYS_IN_A_WEEK = 7;
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private final Frequency frequency;
  private final int interval;
  private final ByParts by;

  private DaysInWords(RecurrenceRule rule) {
    this.frequency = rule.interval().frequency();
    this.interval = rule.interval().step();
    this.by = rule.by();
  }

  /**
   * The days of a rule, such as {@code every Wednesday}; empty where a few words cannot name them.
   *
   * @param rule one that names its days; see {@link RecurrenceRule#withDaysFrom}
   */
  static Optional<String> of(RecurrenceRule rule) {
    return new DaysInWords(rule).words();
  }

  private Optional<String> words() {
    if (by.has(RulePart.BYSETPOS) || by.has(RulePart.BYWEEKNO) || by.has(RulePart.BYYEARDAY)) {
      return Optional.empty();
    }
    if (by.has(RulePart.BYMONTHDAY)) {
      return by.has(RulePart.BYDAY) ? Optional.empty() : datesOfMonths();
    }
    if (by.hasOrdinals()) {
      return by.days().stream()
              .allMatch(day -> day.nth() != 0 && EnglishWords.hasOrdinal(day.nth()))
          ? ofMonths(WordList.of(by.days().stream().map(DaysInWords::nthWeekday).toList()))
          : Optional.empty();
    }
    return days().map(words -> words + inMonths());
  }

  /** For rules without dates and nth weekdays of a month. */
  private Optional<String> days() {
    if (frequency == Frequency.DAILY && !by.has(RulePart.BYDAY)) {
      return Optional.of(every("day"));
    }
    if (interval == 1) {
      return Optional.of(weekdays("every "));
    }
    if (frequency != Frequency.WEEKLY) {
      return Optional.empty();
    }
    return Optional.of(
        interval == 2 && by.days().size() == 1
            ? weekdays("every other ")
            : every("week") + " on " + weekdays(""));
  }

  private String weekdays(String before) {
    Set<DayOfWeek> days =
        by.days().stream()
            .map(NthWeekday::day)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    if (days.size() == DAYS_IN_A_WEEK) {
      return "every day";
    }
    return before.isEmpty() || !days.equals(WEEKDAYS)
        ? before + WordList.of(days.stream().map(EnglishWords::day).toList())
        : before + "weekday";
  }

  private Optional<String> datesOfMonths() {
    List<Integer> dates = by.of(RulePart.BYMONTHDAY);
    if (frequency == Frequency.DAILY || dates.stream().anyMatch(date -> date < -1)) {
      return Optional.empty();
    }
    if (frequency == Frequency.YEARLY
        && by.of(RulePart.BYMONTH).size() == 1
        && !dates.contains(-1)) {
      String numbers = WordList.of(dates.stream().map(String::valueOf).toList());
      return Optional.of("%s on %s %s".formatted(every("year"), numbers, months()));
    }
    return ofMonths(WordList.of(dates.stream().map(DaysInWords::dateOfMonth).toList()));
  }

  private Optional<String> ofMonths(String days) {
    if (by.has(RulePart.BYMONTH) && frequency == Frequency.YEARLY) {
      return Optional.of("%s on %s of %s".formatted(every("year"), days, months()));
    }
    if (by.has(RulePart.BYMONTH)) {
      return only(interval == 1, "on %s of %s".formatted(days, months()));
    }
    // Dates without a month are dates of every month, in a yearly rule too.
    return only(
        frequency == Frequency.MONTHLY || (interval == 1 && !by.hasOrdinals()),
        "on %s of %s".formatted(days, every("month")));
  }

  private static Optional<String> only(boolean condition, String words) {
    return condition ? Optional.of(words) : Optional.empty();
  }

  private String inMonths() {
    return by.has(RulePart.BYMONTH) ? " in " + months() : "";
  }

  private String months() {
    return WordList.of(by.of(RulePart.BYMONTH).stream().map(EnglishWords::month).toList());
  }

  private String every(String period) {
    return switch (interval) {
      case 1 -> "every " + period;
      case 2 -> "every other " + period;
      default -> "every %s %ss".formatted(interval, period);
    };
  }

  private static String nthWeekday(NthWeekday weekday) {
    return "the %s %s"
        .formatted(EnglishWords.ordinal(weekday.nth()), EnglishWords.day(weekday.day()));
  }

  private static String dateOfMonth(int date) {
    return date < 0 ? "the last day" : "the " + EnglishWords.numeral(date);
  }
}
