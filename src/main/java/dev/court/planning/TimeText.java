package dev.court.planning;

import static java.time.temporal.ChronoField.YEAR;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Occurrence;
import dev.court.booking.Quote;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Reads dates and times as people type them. */
public final class TimeText {
  /** A year has four digits: what is billions of years away is a slip, which no clock can count. */
  private static final DateTimeFormatter DATE =
      strict(new DateTimeFormatterBuilder().appendValue(YEAR, 4).appendPattern("-MM-dd"));

  private static final DateTimeFormatter TIME =
      strict(new DateTimeFormatterBuilder().appendPattern("H:mm[:ss]"));

  private TimeText() {}

  /**
   * A wall-clock time at the venue. A time with an offset is converted to the venue's zone.
   *
   * @throws InvalidRequest when it is no time, and for the second of two equal times on a day on
   *     which the clocks go back, because a wall-clock time means the first
   */
  public static LocalDateTime dateTime(String text, ZoneId zone) {
    String iso = text.strip().replaceFirst("(?<=\\d)[ t](?=\\d)", "T");
    int t = iso.indexOf('T');
    if (t < 0) {
      throw new InvalidRequest(
          "%s names no time: write the date and the time, such as 2026-12-02T17:00"
              .formatted(Quote.of(text)));
    }
    if (iso.substring(t).matches(".*([+-]\\d\\d:?\\d\\d|Z)$")) {
      return withOffset(iso, zone);
    }
    return date(iso.substring(0, t)).atTime(time(iso.substring(t + 1)));
  }

  /** Whether a date has a time beside it; false for null. */
  static boolean hasTime(String text) {
    return text != null && text.strip().length() > "2026-12-02".length();
  }

  /**
   * A date such as 2026-12-02.
   *
   * @throws InvalidRequest when it is none, or does not exist
   */
  public static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip(), DATE);
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "%s is no date%s".formatted(Quote.of(text), whyNot(text.strip())), e);
    }
  }

  private static String whyNot(String text) {
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return " that exists: write one such as 2026-12-02";
    }
    return text.matches("\\d{1,2}[/.-]\\d{1,2}([/.-]\\d{2,4})?")
        ? " in the order of year, month and day: write it such as 2026-12-02"
        : ": write it such as 2026-12-02";
  }

  static LocalTime time(String text) {
    try {
      return LocalTime.parse(text.strip(), TIME);
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "%s is no time of day: write it such as 17:00".formatted(Quote.of(text)), e);
    }
  }

  private static LocalDateTime withOffset(String iso, ZoneId zone) {
    date(iso.substring(0, iso.indexOf('T')));
    try {
      Instant instant = OffsetDateTime.parse(iso).toInstant();
      LocalDateTime wallClock = LocalDateTime.ofInstant(instant, zone);
      if (Occurrence.of(wallClock, zone).instant().equals(instant)) {
        return wallClock;
      }
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "%s is no time that exists: write it such as 2026-12-02T17:00".formatted(Quote.of(iso)),
          e);
    }
    throw new InvalidRequest(
        "%s happens twice that day, and only the first of them can be asked for"
            .formatted(Quote.of(iso)));
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
    return builder.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }
}
