package dev.court.transfer;

import dev.court.booking.InvalidRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what people write in a file as a number or as text. */
final class LenientValues {
  private LenientValues() {}

  /** Null for null; 30.0 is 30. */
  static String text(String field, Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (value == null || value instanceof String || value instanceof Number) {
      return value == null ? null : value.toString();
    }
    throw new InvalidRequest("%s must be a number or a text".formatted(field));
  }

  /** Several are separated by commas. */
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
      throw new InvalidRequest("'%s' is no time zone".formatted(text), e);
    }
  }
}
