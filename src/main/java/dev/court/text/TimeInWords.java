package dev.court.text;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** A date or time as a person reads it: in English, and in the zone of what is handed in. */
public final class TimeInWords {
  private static final DateTimeFormatter DATE = english("d MMM uuuu");
  private static final DateTimeFormatter DAY = english("EEE d MMM uuuu");
  private static final DateTimeFormatter TIME_OF_DAY = english("HH:mm");
  private static final DateTimeFormatter MINUTE = english("EEE d MMM uuuu HH:mm");
  private static final DateTimeFormatter MINUTE_AND_ZONE = english("EEE d MMM uuuu HH:mm zzz");
  private static final DateTimeFormatter MINUTE_WITHOUT_YEAR = english("EEE d MMM HH:mm");
  private static final DateTimeFormatter MILLISECOND = english("d MMM uuuu HH:mm:ss.SSS");
  private static final DateTimeFormatter MILLISECOND_WITHOUT_YEAR = english("d MMM HH:mm:ss.SSS");

  private TimeInWords() {}

  /** Such as "2 Dec 2026". */
  public static String date(TemporalAccessor date) {
    return DATE.format(date);
  }

  /** Such as "Wed 2 Dec 2026". */
  public static String day(TemporalAccessor date) {
    return DAY.format(date);
  }

  /** Such as "17:00". */
  public static String timeOfDay(TemporalAccessor time) {
    return TIME_OF_DAY.format(time);
  }

  /** Such as "Wed 2 Dec 2026 17:00". */
  public static String minute(ZonedDateTime time) {
    return MINUTE.format(time);
  }

  /** Such as "Wed 2 Dec 2026 17:00 EST". */
  public static String minuteAndZone(ZonedDateTime time) {
    return MINUTE_AND_ZONE.format(time);
  }

  /** Such as "Wed 2 Dec 17:00". */
  public static String minuteWithoutYear(ZonedDateTime time) {
    return MINUTE_WITHOUT_YEAR.format(time);
  }

  /** Such as "2 Dec 2026 17:00:00.003". */
  public static String millisecond(ZonedDateTime time) {
    return MILLISECOND.format(time);
  }

  /** Such as "2 Dec 17:00:00.003". */
  public static String millisecondWithoutYear(ZonedDateTime time) {
    return MILLISECOND_WITHOUT_YEAR.format(time);
  }

  private static DateTimeFormatter english(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
