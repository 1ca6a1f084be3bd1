package dev.court.recurrence;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Days and numbers in English, whatever the locale of the host is. */
final class EnglishWords {
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");

  private EnglishWords() {}

  static String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  static String month(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** {@code first} to {@code fifth}, {@code last}; only for -1 and 1 to 5. */
  static String ordinal(int nth) {
    return nth < 0 ? "last" : ORDINALS.get(nth - 1);
  }

  /** Whether {@link #ordinal} has a word. */
  static boolean hasOrdinal(int nth) {
    return nth >= -1 && nth <= ORDINALS.size();
  }

  /** {@code 1st}, {@code 22nd}, {@code 13th}. */
  static String numeral(int number) {
    boolean teen = number / 10 % 10 == 1;
    return number
        + switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}
