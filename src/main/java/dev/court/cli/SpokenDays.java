package dev.court.cli;

import dev.court.booking.AwayDays;
import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import dev.court.planning.words.DayWords;
import dev.court.planning.words.DaysReading;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Days as they were typed: in digits, or in words, of which is said how they were understood. */
record SpokenDays(String text) {
  private static final Pattern DIGITS = Pattern.compile("|\\d{4}-[-.\\d]*");

  static SpokenDays of(List<String> words) {
    return new SpokenDays(String.join(" ", words));
  }

  /** Whether it is no plain date, so that what was understood has to be said. */
  boolean isSpoken() {
    return !DIGITS.matcher(text).matches();
  }

  /**
   * The days.
   *
   * @throws InvalidRequest when there are none, or the words have no meaning, or several
   */
  AwayDays days(LocalDate today) {
    if (!isSpoken()) {
      return ofDigits();
    }
    DaysReading reading = DayWords.read(text, today);
    if (reading instanceof DaysReading.OneSpan clear) {
      return clear.days();
    }
    if (reading instanceof DaysReading.SeveralSpans several) {
      throw new InvalidRequest(
          "%s can mean several spans of days: write %s"
              .formatted(
                  Quote.of(text),
                  several.readings().stream()
                      .map(one -> "'" + one + "'")
                      .collect(Collectors.joining(" or "))));
    }
    throw new InvalidRequest(((DaysReading.NoSpan) reading).why());
  }

  /** As they are typed in digits. */
  static String digits(AwayDays days) {
    return days.first().equals(days.last())
        ? days.first().toString()
        : days.first() + ".." + days.last();
  }

  private AwayDays ofDigits() {
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length > 2) {
      throw new InvalidRequest(
          "%s is no span of days: write it such as 2026-12-20..2027-01-03"
              .formatted(Quote.of(text)));
    }
    return new AwayDays(Dates.date(ends[0]), Dates.date(ends[ends.length - 1]));
  }
}
