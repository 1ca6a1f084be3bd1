package dev.court.atrium.http;

import dev.court.json.Json;
import dev.court.json.JsonException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object whose shape is not documented: each field may be missing or of another type. */
public final class JsonFields {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Map<?, ?> values;

  private JsonFields(Map<?, ?> values) {
    this.values = values;
  }

  /** Empty when the text is no JSON, or no object. */
  public static Optional<JsonFields> parse(String text) {
    try {
      return of(Json.tree(text));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  public static Optional<JsonFields> of(Object tree) {
    return tree instanceof Map<?, ?> map ? Optional.of(new JsonFields(map)) : Optional.empty();
  }

  public Optional<Object> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A text, or a number as text; empty when it is blank. */
  public Optional<String> text(String name) {
    return value(name)
        .filter(value -> value instanceof String || value instanceof Number)
        .map(Object::toString)
        .filter(text -> !text.isBlank());
  }

  /** A whole number that fits a long, given as number or as text. */
  public Optional<Long> whole(String name) {
    return text(name).flatMap(JsonFields::decimal).flatMap(JsonFields::exact);
  }

  /** A number of seconds, cut to the range of a long. */
  public Optional<Long> seconds(String name) {
    return text(name)
        .flatMap(JsonFields::decimal)
        .map(number -> number.min(LARGEST).max(LARGEST.negate()).longValue());
  }

  public Optional<List<?>> list(String name) {
    return value(name).filter(List.class::isInstance).map(List.class::cast);
  }

  private static Optional<Long> exact(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Empty also for 1e999999999, which would take minutes to write out. */
  private static Optional<BigDecimal> decimal(String text) {
    try {
      BigDecimal number = new BigDecimal(text.strip());
      return Math.abs((long) number.scale()) < 20 ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
