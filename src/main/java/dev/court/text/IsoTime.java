package dev.court.text;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as programs read it: ISO-8601 with an offset, never with {@code Z} or a zone's name. */
public final class IsoTime {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private IsoTime() {}

  /** Such as {@code 2026-12-02T17:00:00-05:00}. */
  public static String second(ZonedDateTime time) {
    return SECOND.format(time);
  }

  /** Such as {@code 2026-12-02T17:00:00.003-05:00}. */
  public static String millisecond(ZonedDateTime time) {
    return MILLISECOND.format(time);
  }
}
