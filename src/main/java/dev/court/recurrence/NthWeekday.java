package dev.court.recurrence;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A weekday as BYDAY lists it.
 *
 * @param nth its number in the month or year, negative from the end; 0 for every such weekday
 */
public record NthWeekday(int nth, DayOfWeek day) implements Comparable<NthWeekday> {
  private static final Pattern PATTERN = Pattern.compile("([+-]?[0-9]{1,2})?([A-Z]{2})");
  private static final int MOST = 53;
  private static final Comparator<NthWeekday> ORDER =
      Comparator.<NthWeekday, Boolean>comparing(weekday -> weekday.nth < 0)
          .thenComparing(NthWeekday::nth)
          .thenComparing(NthWeekday::day);

  static NthWeekday parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      throw wrong(text);
    }
    int nth = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    if (Math.abs(nth) > MOST || (nth == 0 && matcher.group(1) != null)) {
      throw wrong(text);
    }
    return new NthWeekday(nth, Weekdays.ofCode(matcher.group(2)).orElseThrow(() -> wrong(text)));
  }

  boolean isOrdinal() {
    return nth != 0;
  }

  @Override
  public int compareTo(NthWeekday other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return (isOrdinal() ? Integer.toString(nth) : "") + Weekdays.code(day);
  }

  private static InvalidRequest wrong(String text) {
    return new InvalidRequest(
        "BYDAY=%s: use MO, TU, WE, TH, FR, SA or SU, or the nth of them such as 1MO or -1FR"
            .formatted(Quote.of(text)));
  }
}
