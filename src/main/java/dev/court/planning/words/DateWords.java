package dev.court.planning.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads dates: all that the words from one place on can mean. */
final class DateWords {
  private static final Pattern ISO = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})(?:\\2(\\d{4}|\\d\\d)?)?");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(st|nd|rd|th|\\.)?");
  private static final Pattern YEAR = Pattern.compile("20\\d\\d");
  private static final int CENTURY = 2000;
  private static final int MONTHS = 12;

  /** Two leap years may lie so far apart. */
  private static final int LEAP_CYCLE = 8;

  private final List<String> words;
  private final LocalDate today;
  private final Consumer<String> complaints;

  /**
   * For one text.
   *
   * @param complaints hears of dates that do not exist
   */
  DateWords(List<String> words, LocalDate today, Consumer<String> complaints) {
    this.words = words;
    this.today = today;
    this.complaints = complaints;
  }

  /** A date, and the index of the word behind it. */
  record DatedWords(LocalDate date, int next) {}

  List<DatedWords> at(int i) {
    List<DatedWords> found = new ArrayList<>();
    String word = words.get(i);
    switch (word) {
      case "today", "tonight" -> found.add(new DatedWords(today, i + 1));
      case "tomorrow", "tmrw", "tmr" -> found.add(new DatedWords(today.plusDays(1), i + 1));
      case "overmorrow" -> found.add(new DatedWords(today.plusDays(2), i + 1));
      case "in" -> inSome(i).ifPresent(found::add);
      default -> digits(word, i, found);
    }
    byMonth(i, found);
    return found;
  }

  /** {@code in 3 days}, {@code in a week}. */
  private Optional<DatedWords> inSome(int i) {
    if (i + 2 >= words.size()) {
      return Optional.empty();
    }
    Optional<Integer> number = Vocabulary.number(words.get(i + 1));
    return switch (words.get(i + 2)) {
      case "day", "days" -> number.map(n -> new DatedWords(today.plusDays(n), i + 3));
      case "week", "weeks" -> number.map(n -> new DatedWords(today.plusWeeks(n), i + 3));
      default -> Optional.empty();
    };
  }

  private void digits(String word, int i, List<DatedWords> found) {
    Matcher iso = ISO.matcher(word);
    if (iso.matches()) {
      add(found, date(number(iso, 1), number(iso, 3), number(iso, 4)), word, i + 1);
      return;
    }
    Matcher numbers = NUMBERS.matcher(word);
    if (numbers.matches()) {
      Integer year = numbers.group(4) == null ? null : year(numbers.group(4));
      byNumbers(word, number(numbers, 1), number(numbers, 3), year)
          .forEach(date -> found.add(new DatedWords(date, i + 1)));
      return;
    }
    Matcher day = DAY.matcher(word);
    if (day.matches() && day.group(2) != null && !day.group(2).equals(".")) {
      ofSomeMonth(number(day, 1)).ifPresent(date -> found.add(new DatedWords(date, i + 1)));
    }
  }

  /** Some put the day first and some the month. */
  private List<LocalDate> byNumbers(String word, int first, int second, Integer year) {
    List<LocalDate> dates = new ArrayList<>();
    date(year, second, first).ifPresent(dates::add);
    date(year, first, second).filter(date -> !dates.contains(date)).ifPresent(dates::add);
    // 17.30 is a time
    if (dates.isEmpty() && !(word.contains(".") && year == null)) {
      complaints.accept("there is no date '%s'".formatted(word));
    }
    return dates;
  }

  /** {@code 24 dec}, {@code dec 24th 2026}. */
  private void byMonth(int i, List<DatedWords> found) {
    if (i + 1 >= words.size()) {
      return;
    }
    boolean isDayFirst = DAY.matcher(words.get(i)).matches();
    // "the 24th of december"
    int other = isDayFirst && words.get(i + 1).equals("of") ? i + 2 : i + 1;
    if (other >= words.size()) {
      return;
    }
    Matcher day = DAY.matcher(words.get(isDayFirst ? i : other));
    Optional<Month> month = Vocabulary.month(words.get(isDayFirst ? other : i));
    if (month.isEmpty() || !day.matches()) {
      return;
    }
    String said = day.group() + " " + Vocabulary.lower(month.get());
    int behind = other + 1;
    add(found, date(null, month.get().getValue(), number(day, 1)), said, behind);
    if (behind < words.size() && YEAR.matcher(words.get(behind)).matches()) {
      int year = Integer.parseInt(words.get(behind));
      add(found, date(year, month.get().getValue(), number(day, 1)), said + " " + year, behind + 1);
    }
  }

  /** {@code 24th}: of this month, or the first one after it that has such a day. */
  private Optional<LocalDate> ofSomeMonth(int day) {
    return Stream.iterate(today.withDayOfMonth(1), first -> first.plusMonths(1))
        .limit(MONTHS)
        .flatMap(first -> existing(first.getYear(), first.getMonthValue(), day).stream())
        .filter(date -> !date.isBefore(today))
        .findFirst();
  }

  private void add(List<DatedWords> found, Optional<LocalDate> date, String said, int next) {
    date.ifPresentOrElse(
        existing -> found.add(new DatedWords(existing, next)),
        () -> complaints.accept("there is no date '%s'".formatted(said)));
  }

  /**
   * A date that exists.
   *
   * @param year null for the first one that is not over
   */
  private Optional<LocalDate> date(Integer year, int month, int day) {
    if (year != null) {
      return existing(year, month, day);
    }
    return IntStream.rangeClosed(today.getYear(), today.getYear() + LEAP_CYCLE)
        .boxed()
        .flatMap(some -> existing(some, month, day).stream())
        .filter(date -> !date.isBefore(today))
        .findFirst();
  }

  private static Optional<LocalDate> existing(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? CENTURY + year : year;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
