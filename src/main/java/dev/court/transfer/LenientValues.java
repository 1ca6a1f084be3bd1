package dev.court.transfer;

import dev.court.booking.InvalidRequest;
import dev.court.booking.Quote;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Reads values that a file may have as a number or as a text. */
final class LenientValues {
  private LenientValues() {}

  /** The value as text, such as 30 for 30.0; null for null. */
  static String text(String field, Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (value == null || value instanceof String || value instanceof Number) {
      return value == null ? null : value.toString();
    }
    throw new InvalidRequest("%s must be a number or a text".formatted(field));
  }

  /** The elements of a list, separated by commas; a single value as it is. */
  static String list(String field, Object value) {
    if (!(value instanceof List<?> list)) {
      return text(field, value);
    }
    if (list.contains(null)) {
      throw new InvalidRequest("%s must not hold null".formatted(field));
    }
    return list.stream().map(one -> text(field, one)).collect(Collectors.joining(","));
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new InvalidRequest("%s is no time zone".formatted(Quote.of(text)), e);
    }
  }
}
