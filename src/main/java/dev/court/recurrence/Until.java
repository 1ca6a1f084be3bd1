package dev.court.recurrence;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Reads UNTIL in its three forms: a day, a wall-clock time, an instant (RFC 5545, 3.3.10). */
public final class Until {
  public static final DateTimeFormatter DATE = strict("uuuuMMdd");
  public static final DateTimeFormatter LOCAL = strict("uuuuMMdd'T'HHmmss");

  private Until() {}

  static RuleEnd parse(String text) {
    try {
      if (text.endsWith("Z")) {
        String local = text.substring(0, text.length() - 1);
        return new RuleEnd.AtInstant(LocalDateTime.parse(local, LOCAL).toInstant(ZoneOffset.UTC));
      }
      return text.contains("T")
          ? new RuleEnd.AtLocal(LocalDateTime.parse(text, LOCAL))
          : new RuleEnd.OnDay(LocalDate.parse(text, DATE));
    } catch (DateTimeException e) {
      throw new InvalidRequest(
          "UNTIL=%s: use a day (20261231), a local time (20261231T170000) or UTC (...Z)"
              .formatted(Quote.of(text)),
          e);
    }
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
