package dev.court.planning.words;

import dev.court.booking.AwayDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one name of days: {@code wed}, {@code 24 dec}, {@code next week}, {@code december}. */
final class NamedDays {
  private static final Pattern YEAR = Pattern.compile("20\\d\\d");
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]?");

  private static final Pattern RANGE = Pattern.compile("\\p{L}+-\\p{L}+");

  private final LocalDate origin;

  /**
   * For names that are said on a day.
   *
   * @param origin that day
   */
  NamedDays(LocalDate origin) {
    this.origin = origin;
  }

  /** All that the text can mean; nothing where it is no name of days. */
  List<AwayDays> read(String text) {
    List<String> words =
        SpokenText.words(text).stream().filter(word -> !Vocabulary.FILLERS.contains(word)).toList();
    if (words.stream().anyMatch(word -> RANGE.matcher(word).matches())) {
      return List.of();
    }
    return switch (String.join(" ", words)) {
      case "" -> List.of();
      case "week" -> weeks(false);
      case "next week" -> weeks(true);
      case "weekend" -> weekends(0);
      case "next weekend" -> weekends(1);
      case "month" -> List.of(new AwayDays(origin, YearMonth.from(origin).atEndOfMonth()));
      case "next month" -> List.of(whole(YearMonth.from(origin).plusMonths(1)));
      default -> Stream.concat(month(words).stream(), days(words).map(NamedDays::one)).toList();
    };
  }

  /** Whether it names a date that comes each year. */
  static boolean isDateWithoutYear(String text) {
    List<String> words = SpokenText.words(text);
    return words.stream().noneMatch(word -> YEAR.matcher(word).matches())
        && words.stream()
            .anyMatch(
                word -> Vocabulary.month(word).isPresent() || NUMBERS.matcher(word).matches());
  }

  private static AwayDays one(LocalDate day) {
    return new AwayDays(day, day);
  }

  private static AwayDays whole(YearMonth month) {
    return new AwayDays(month.atDay(1), month.atEndOfMonth());
  }

  /** A week begins on Monday for some, and on Sunday for others. This one begins today. */
  private List<AwayDays> weeks(boolean isNext) {
    return Stream.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)
        .map(first -> origin.with(TemporalAdjusters.next(first)))
        .map(
            next ->
                isNext
                    ? new AwayDays(next, next.plusDays(6))
                    : new AwayDays(origin, next.minusDays(1)))
        .toList();
  }

  /**
   * That of today, and the coming ones.
   *
   * @param more how many of those that come may be meant beside the first
   */
  private List<AwayDays> weekends(int more) {
    LocalDate next = origin.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
    Stream<AwayDays> coming =
        Stream.iterate(next, saturday -> saturday.plusWeeks(1))
            .limit(more + 1L)
            .map(saturday -> new AwayDays(saturday, saturday.plusDays(1)));
    boolean isNow = origin.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 && more == 0;
    return isNow
        ? Stream.concat(Stream.of(new AwayDays(origin, next.minusDays(6))), coming).toList()
        : coming.toList();
  }

  /** {@code december}, {@code in jan 2027}: the whole month, or what is left of this one. */
  private Optional<AwayDays> month(List<String> words) {
    List<String> said = words.get(0).equals("in") ? words.subList(1, words.size()) : words;
    if (said.isEmpty()
        || said.size() > 2
        || (said.size() == 2 && !YEAR.matcher(said.get(1)).matches())) {
      return Optional.empty();
    }
    Optional<Month> month = Vocabulary.month(said.get(0));
    return said.size() == 2
        ? month.map(it -> whole(YearMonth.of(Integer.parseInt(said.get(1)), it)))
        : month.map(this::coming);
  }

  private AwayDays coming(Month month) {
    int years = month.compareTo(origin.getMonth()) < 0 ? 1 : 0;
    AwayDays whole = whole(YearMonth.of(origin.getYear() + years, month));
    return whole.first().isBefore(origin) ? new AwayDays(origin, whole.last()) : whole;
  }

  private Stream<LocalDate> days(List<String> words) {
    Conclusion conclusion = new Conclusion(origin.atStartOfDay());
    return new WordParser(words, origin)
        .drafts().stream()
            .filter(Draft::isDay)
            .flatMap(draft -> conclusion.dates(draft).stream())
            .distinct();
  }
}
