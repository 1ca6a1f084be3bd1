package dev.court.recurrence;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a rule with the numbers that each allows (RFC 5545, 3.3.10), in canonical order. */
enum RulePart {
  FREQ,
  INTERVAL(1, 1000, false),
  BYMONTH(1, 12, false),
  BYWEEKNO(1, 53, true),
  BYYEARDAY(1, 366, true),
  BYMONTHDAY(1, 31, true),
  BYDAY,
  BYHOUR(0, 23, false),
  BYMINUTE(0, 59, false),
  /** Occurrences start on a whole minute. */
  BYSECOND(0, 0, false),
  BYSETPOS(1, 366, true),
  COUNT(1, 10_000, false),
  UNTIL,
  WKST;

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,6}");
  private static final Comparator<Integer> FROM_THE_START_FIRST =
      Comparator.<Integer, Boolean>comparing(number -> number < 0)
          .thenComparing(Comparator.naturalOrder());

  private final int least;
  private final int most;
  private final boolean isNegativeAllowed;

  RulePart() {
    this(0, -1, false);
  }

  RulePart(int least, int most, boolean isNegativeAllowed) {
    this.least = least;
    this.most = most;
    this.isNegativeAllowed = isNegativeAllowed;
  }

  static Optional<RulePart> named(String name) {
    return Arrays.stream(values()).filter(part -> part.name().equals(name)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(RulePart::name).collect(Collectors.joining(", "));
  }

  /** Whether it is a BY part that lists numbers. */
  boolean listsNumbers() {
    return name().startsWith("BY") && this != BYDAY;
  }

  /** The numbers of a list without duplicates, in canonical order. */
  List<Integer> numbers(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(this::number)
        .distinct()
        .sorted(FROM_THE_START_FIRST)
        .toList();
  }

  int number(String text) {
    if (!NUMBER.matcher(text).matches() || !allows(Integer.parseInt(text))) {
      throw new InvalidRequest("%s=%s: use %s".formatted(name(), Quote.of(text), range()));
    }
    return Integer.parseInt(text);
  }

  private boolean allows(int number) {
    int size = isNegativeAllowed ? Math.abs(number) : number;
    return least <= size && size <= most;
  }

  private String range() {
    if (least == most) {
      return least + ", or leave it out";
    }
    String range = "%s to %s".formatted(least, most);
    return isNegativeAllowed
        ? range + ", or -%s to -%s from the end".formatted(most, least)
        : range;
  }
}
