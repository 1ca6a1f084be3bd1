package dev.court.cli;

import dev.court.booking.InvalidRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days and spans of time on the command line. */
final class Dates {
  private static final Pattern SHORT =
      Pattern.compile("0|(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?", Pattern.CASE_INSENSITIVE);

  private Dates() {}

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "'%s' is no date that exists: write it such as 2026-12-02".formatted(text), e);
    }
  }

  /** An ISO-8601 duration that is not negative, or such as 2d, 1h30m or 90s; 0 is none at all. */
  static Duration span(String text) {
    String word = text.strip();
    try {
      Duration span = Duration.parse(SHORT.matcher(word).matches() ? iso(word) : word);
      if (!span.isNegative()) {
        return span;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new InvalidRequest(
        "'%s' is no span of time: write it such as 75s, 1h30m, 2d or PT20M".formatted(text));
  }

  /** 2d12h is P2DT12H. */
  private static String iso(String word) {
    int days = word.toLowerCase(Locale.ROOT).indexOf('d') + 1;
    String time = word.equals("0") ? "0s" : word.substring(days);
    return "P" + word.substring(0, days) + (time.isEmpty() ? "" : "T" + time);
  }
}
