package dev.court.planning.words;

import dev.court.booking.AwayDays;
import dev.court.booking.Quote;
import dev.court.text.TimeInWords;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/**
 * Reads days as people say them: {@code next week}, {@code 20 dec to 3 jan}, {@code until friday}.
 * It guesses nothing: what has several meanings is given back with all of them.
 */
public final class DayWords {
  static final String EXAMPLES = "next week, 20 dec to 3 jan or until fri";

  /** Nobody says days in more, and the ways to read a text grow with its words. */
  private static final int MOST_WORDS = 20;

  private static final int LONGEST = 200;

  private DayWords() {}

  /**
   * Reads {@code text}.
   *
   * @param today what "tomorrow" and "wed" are counted from; days that are over are not meant
   */
  public static DaysReading read(String text, LocalDate today) {
    String plain = text.length() > LONGEST ? "" : SpokenText.plain(text).strip();
    if (plain.isEmpty() || plain.split("\\s+").length > MOST_WORDS) {
      return new DaysReading.NoSpan(
          "%s says no days: write them such as %s".formatted(Quote.of(text), EXAMPLES));
    }
    SpanParser parser = new SpanParser(today);
    SortedSet<AwayDays> found = parser.spans(plain);
    if (found.isEmpty() && parser.isTurned()) {
      return new DaysReading.NoSpan(
          "%s ends before it begins: the earlier day comes first".formatted(Quote.of(text)));
    }
    if (found.isEmpty()) {
      return new DaysReading.NoSpan(StrangeDays.complaint(text, plain, today));
    }
    return found.size() == 1
        ? new DaysReading.OneSpan(found.first())
        : new DaysReading.SeveralSpans(readings(found));
  }

  private static List<String> readings(Collection<AwayDays> found) {
    return found.stream().map(DayWords::words).toList();
  }

  /** Such as "Sun 20 Dec 2026 - Sun 3 Jan 2027"; one day alone is said once. */
  public static String words(AwayDays days) {
    String first = TimeInWords.day(days.first());
    return days.first().equals(days.last()) ? first : first + " - " + TimeInWords.day(days.last());
  }
}
