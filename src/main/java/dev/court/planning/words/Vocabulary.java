package dev.court.planning.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words that are known, apart from numbers. */
final class Vocabulary {
  static final String EXAMPLES = "wed 17:00, tomorrow 7am or every mo and fr 18:30";

  /** They may stand anywhere and add nothing. */
  static final Set<String> FILLERS = Set.of("on", "at", "the", "and", "of", "this", "coming");

  static final List<String> STARTS = List.of("from", "starting", "beginning");
  static final List<String> ENDS = List.of("until", "till", "til");

  private static final int SHORTEST_DAY = 2;
  private static final int SHORTEST_MONTH = 3;
  private static final List<String> NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final Map<String, DayOfWeek> OTHER_DAYS = Map.of("weds", DayOfWeek.WEDNESDAY);

  private Vocabulary() {}

  static Optional<DayOfWeek> day(String word) {
    return Optional.ofNullable(OTHER_DAYS.get(word))
        .or(
            () ->
                Arrays.stream(DayOfWeek.values())
                    .filter(day -> word.length() >= SHORTEST_DAY)
                    .filter(day -> lower(day).startsWith(word))
                    .findFirst());
  }

  /** Its next date; today may be meant, or a week later. */
  static List<LocalDate> coming(DayOfWeek day, LocalDate today) {
    LocalDate next = today.with(TemporalAdjusters.next(day));
    return today.getDayOfWeek() == day ? List.of(today, next) : List.of(next);
  }

  /** {@code wednesdays}: each week. */
  static Optional<DayOfWeek> days(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> word.equals(lower(day) + "s"))
        .findFirst();
  }

  static Optional<Month> month(String word) {
    String name = word.equals("sept") ? "sep" : word.replaceFirst("\\.$", "");
    return Arrays.stream(Month.values())
        .filter(month -> name.length() >= SHORTEST_MONTH && lower(month).startsWith(name))
        .findFirst();
  }

  /** Up to three digits, or a word up to ten. */
  static Optional<Integer> number(String word) {
    if (word.matches("\\d{1,3}")) {
      return Optional.of(Integer.valueOf(word));
    }
    int index = word.equals("a") ? 0 : NUMBERS.indexOf(word);
    return index < 0 ? Optional.empty() : Optional.of(index + 1);
  }

  /** All words in full, to find the one that was meant. */
  static List<String> all() {
    return Stream.of(
            Arrays.stream(DayOfWeek.values()).map(day -> lower(day).substring(0, 3)),
            Arrays.stream(DayOfWeek.values()).map(Vocabulary::lower),
            Arrays.stream(Month.values()).map(Vocabulary::lower),
            Arrays.stream(DayPart.values()).map(Vocabulary::lower),
            Stream.of("today", "tomorrow", "tonight", "every", "each", "other", "week", "weeks"),
            Stream.of("daily", "weekdays", "weekends", "weekly", "noon", "midnight", "times"),
            Stream.concat(STARTS.stream(), ENDS.stream()),
            NUMBERS.stream())
        .flatMap(words -> words)
        .toList();
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
