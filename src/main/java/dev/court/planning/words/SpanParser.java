package dev.court.planning.words;

import dev.court.booking.AwayDays;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds all spans of days that a text can mean. */
final class SpanParser {
  static final String START = "(?:from|starting|beginning|since) ";
  static final String LENGTH = "for (?:the )?(\\p{L}+|\\d{1,3}) (day|week)s?";

  private static final Pattern BETWEEN = Pattern.compile("between (.+) and (.+)");
  private static final Pattern ENDING = Pattern.compile("(?:until|till|til|up to|to) (.+)");
  private static final Pattern LONG = Pattern.compile("(?:" + START + ")?(.+) " + LENGTH);
  private static final Pattern BOTH =
      Pattern.compile("\\s*\\.\\.+\\s*|\\s+(?:to|until|till|til|through|thru)\\s+|\\s*-\\s*");

  private static final Pattern NUMBER = Pattern.compile("(?:the )?(\\d{1,2})(?:st|nd|rd|th)?");
  private static final Pattern RELATIVE =
      Pattern.compile(".*\\b(?:today|tomorrow|tmrw|tmr|in|next|week)\\b.*");

  private static final Pattern YEAR = Pattern.compile(".*\\b20\\d\\d\\b.*");

  private final LocalDate today;
  private boolean isTurned;

  SpanParser(LocalDate today) {
    this.today = today;
  }

  /**
   * All meanings that are not over.
   *
   * @param plain as {@link SpokenText#plain} gives it
   */
  SortedSet<AwayDays> spans(String plain) {
    String text = BETWEEN.matcher(plain).replaceFirst("$1 to $2");
    TreeSet<AwayDays> found = new TreeSet<>(ofOnePart(text));
    String bare = text.replaceFirst("^" + START, "");
    BOTH.matcher(bare)
        .results()
        .filter(sign -> sign.start() > 0)
        .forEach(
            sign ->
                found.addAll(between(bare.substring(0, sign.start()), bare.substring(sign.end()))));
    found.removeIf(one -> one.last().isBefore(today));
    return found;
  }

  private Collection<AwayDays> ofOnePart(String text) {
    Matcher ending = ENDING.matcher(text);
    if (ending.matches()) {
      return parts(ending.group(1), today).stream()
          .flatMap(end -> Stream.of(end.last(), beforeOf(end)))
          .filter(last -> !last.isBefore(today))
          .distinct()
          .map(last -> new AwayDays(today, last))
          .toList();
    }
    Matcher lasting = LONG.matcher(text);
    if (lasting.matches()) {
      Optional<Integer> number = Vocabulary.number(lasting.group(2)).filter(some -> some > 0);
      int unit = lasting.group(3).equals("week") ? 7 : 1;
      return parts(lasting.group(1), today).stream()
          .filter(start -> start.first().equals(start.last()))
          .flatMap(start -> number.map(some -> lasting(start.first(), some * unit)).stream())
          .toList();
    }
    return parts(text, today);
  }

  /** Until a day is with that day; until a month may be to its end or to its beginning. */
  private static LocalDate beforeOf(AwayDays end) {
    return end.first().equals(end.last()) ? end.last() : end.first().minusDays(1);
  }

  private static AwayDays lasting(LocalDate first, int days) {
    return new AwayDays(first, first.plusDays(days - 1L));
  }

  private List<AwayDays> between(String left, String right) {
    Matcher first = NUMBER.matcher(left);
    Matcher last = NUMBER.matcher(right);
    // "20 to 24 dec" and "dec 20 to 24"
    Stream<AwayDays> ofOneMonth =
        first.matches()
            ? parts(right, today).stream().flatMap(end -> from(day(first), end.last()).stream())
            : last.matches()
                ? starts(left, right).flatMap(start -> to(start.first(), day(last)).stream())
                : Stream.of();
    List<AwayDays> found =
        Stream.concat(ofOneMonth, starts(left, right).flatMap(start -> ends(start, right)))
            .toList();
    isTurned |= found.isEmpty() && !parts(left, today).isEmpty() && !parts(right, today).isEmpty();
    return found;
  }

  /** Whether two days were found of which the second comes first. */
  boolean isTurned() {
    return isTurned;
  }

  private static int day(Matcher number) {
    return Integer.parseInt(number.group(1));
  }

  private static Optional<AwayDays> from(int day, LocalDate last) {
    return day < 1 || day > last.getDayOfMonth()
        ? Optional.empty()
        : Optional.of(new AwayDays(last.withDayOfMonth(day), last));
  }

  private static Optional<AwayDays> to(LocalDate first, int day) {
    return day < first.getDayOfMonth() || day > first.lengthOfMonth()
        ? Optional.empty()
        : Optional.of(new AwayDays(first, first.withDayOfMonth(day)));
  }

  /**
   * A date without a year may have begun already, or be of the year that the end names. What began
   * longer ago is not meant.
   */
  private Stream<AwayDays> starts(String left, String right) {
    List<AwayDays> ahead = parts(left, today);
    if (!NamedDays.isDateWithoutYear(left)) {
      return ahead.stream();
    }
    Stream<LocalDate> ends =
        YEAR.matcher(right).matches()
            ? parts(right, today).stream().map(AwayDays::last)
            : Stream.of(today);
    Stream<AwayDays> before = ends.flatMap(end -> parts(left, yearBefore(end)).stream());
    return Stream.concat(
            ahead.stream(), before.filter(one -> !one.first().isBefore(today.minusMonths(6))))
        .distinct();
  }

  private static LocalDate yearBefore(LocalDate day) {
    return day.minusYears(1).plusDays(1);
  }

  /** What "fri" is as an end depends on the start, what "tomorrow" is does not. */
  private Stream<AwayDays> ends(AwayDays start, String right) {
    LocalDate first = start.first();
    LocalDate origin = RELATIVE.matcher(right).matches() ? today : first;
    List<AwayDays> all =
        parts(right, origin).stream()
            .map(AwayDays::last)
            .filter(last -> !last.isBefore(first))
            .map(last -> new AwayDays(first, last))
            .toList();
    return all.size() > 1 ? all.stream().filter(one -> one.last().isAfter(first)) : all.stream();
  }

  private List<AwayDays> parts(String text, LocalDate origin) {
    return new NamedDays(origin).read(text);
  }
}
