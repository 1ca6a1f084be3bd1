package dev.court.recurrence;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads days of the week as people type them, and as rules write them. */
public final class Weekdays {
  private static final int SHORTEST = 2;

  private Weekdays() {}

  /**
   * Reads a list such as {@code we,fr}. It takes names of two letters or more, ranges ({@code
   * mo-fr}, and over the weekend {@code fr-mo}), and the words weekdays, weekends and daily.
   *
   * @return at least one day, Monday first
   * @throws InvalidRequest when an element of the list is none of these
   */
  public static Set<DayOfWeek> parse(String text) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (String piece : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      days.addAll(piece(piece.strip()));
    }
    return Collections.unmodifiableSet(days);
  }

  /**
   * From one day to another, both included; over the weekend where the last comes before the first.
   */
  public static Set<DayOfWeek> range(DayOfWeek first, DayOfWeek last) {
    var days = EnumSet.of(last);
    for (DayOfWeek day = first; day != last; day = day.plus(1)) {
      days.add(day);
    }
    return days;
  }

  public static Set<DayOfWeek> workingDays() {
    return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  }

  public static Set<DayOfWeek> weekend() {
    return EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  /** The two letters that a rule writes for {@code day}. */
  static String code(DayOfWeek day) {
    return day.name().substring(0, SHORTEST);
  }

  static Optional<DayOfWeek> ofCode(String code) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> code(day).equals(code)).findFirst();
  }

  private static Set<DayOfWeek> piece(String piece) {
    return switch (piece) {
      case "daily" -> EnumSet.allOf(DayOfWeek.class);
      case "weekdays" -> workingDays();
      case "weekends" -> weekend();
      default -> range(piece);
    };
  }

  private static Set<DayOfWeek> range(String piece) {
    String[] ends = piece.split("-", -1);
    if (ends.length > 2) {
      throw wrong(piece);
    }
    return range(day(ends[0]), day(ends[ends.length - 1]));
  }

  private static DayOfWeek day(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> name.length() >= SHORTEST && day.name().startsWith(name))
        .findFirst()
        .orElseThrow(() -> wrong(text));
  }

  private static InvalidRequest wrong(String piece) {
    return new InvalidRequest(
        "no day %s: use names such as we or wednesday, ranges (mo-fr), weekdays, weekends or daily"
            .formatted(Quote.of(piece)));
  }
}
