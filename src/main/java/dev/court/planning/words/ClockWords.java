package dev.court.planning.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time of day: all that one word can mean. */
final class ClockWords {
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2})(?:(?<mark>[:.h])(\\d\\d)(?::00)?)?(?<half>am|pm|h)?");

  /** What may be a year is none. */
  private static final Pattern FOUR_DIGITS =
      Pattern.compile("(?!20[2-9]\\d$)([01]\\d|2[0-3])([0-5]\\d)h?");

  private static final int NOON = 12;

  private ClockWords() {}

  /** No meaning for what is no time of day. */
  static List<SpokenTime> read(String word) {
    if (word.equals("noon") || word.equals("midday")) {
      return List.of(SpokenTime.of(NOON, 0));
    }
    if (word.equals("midnight")) {
      return bothMidnights();
    }
    Matcher digits = FOUR_DIGITS.matcher(word);
    if (digits.matches()) {
      return List.of(
          SpokenTime.of(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2))));
    }
    Matcher clock = CLOCK.matcher(word);
    return clock.matches() ? read(clock) : List.of();
  }

  private static List<SpokenTime> read(Matcher clock) {
    String hours = clock.group(1);
    int hour = Integer.parseInt(hours);
    int minute = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
    String half = clock.group("half");
    if (minute > 59 || (half != null && half.equals("h") && clock.group("mark") != null)) {
      return List.of();
    }
    if (half != null && !half.equals("h")) {
      return ofHalf(hour, minute, half.equals("pm"));
    }
    boolean isWritten = half != null || clock.group("mark") != null;
    return ofWholeDay(hour, minute, hours.startsWith("0") || half != null, isWritten);
  }

  /** The start of a day is 12am for some and its end for others; 12pm is noon for all. */
  private static List<SpokenTime> ofHalf(int hour, int minute, boolean isAfternoon) {
    if (hour < 1 || hour > NOON) {
      return List.of();
    }
    if (hour == NOON && minute == 0 && !isAfternoon) {
      return bothMidnights();
    }
    return List.of(SpokenTime.of(hour % NOON + (isAfternoon ? NOON : 0), minute));
  }

  /**
   * Of 24 hours, or of twelve where that is possible.
   *
   * @param isPlain whether the spelling is one of 24 hours, such as 07:30 or 7h
   * @param isWritten whether more than the hour was written; {@code 10:30} is then plain too
   */
  private static List<SpokenTime> ofWholeDay(
      int hour, int minute, boolean isPlain, boolean isWritten) {
    if (hour == 2 * NOON && minute == 0 && isWritten) {
      return List.of(SpokenTime.endOfDay());
    }
    if (hour >= 2 * NOON || (hour == 0 && !isWritten)) {
      return List.of();
    }
    boolean canBeOfTwelve = hour <= (isWritten ? 9 : NOON) && hour > 0 && !isPlain;
    return canBeOfTwelve
        ? List.of(SpokenTime.of(hour, minute), SpokenTime.of((hour + NOON) % (2 * NOON), minute))
        : List.of(SpokenTime.of(hour, minute));
  }

  private static List<SpokenTime> bothMidnights() {
    return List.of(SpokenTime.of(0, 0), SpokenTime.endOfDay());
  }
}
