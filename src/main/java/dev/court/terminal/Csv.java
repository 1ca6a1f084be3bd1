package dev.court.terminal;

import dev.court.json.Json;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows by RFC 4180, which end in a line feed alone, as every line of court does. */
final class Csv {
  private Csv() {}

  static String head(Class<? extends Record> shape) {
    return row(Json.names(shape));
  }

  /** The values of a record, in the order of {@link #head}. */
  static String row(Record json) {
    return row(((Map<?, ?>) Json.tree(Json.write(json))).values());
  }

  private static String row(Collection<?> values) {
    return values.stream().map(Csv::cell).collect(Collectors.joining(","));
  }

  private static String cell(Object value) {
    return quoted(
        value instanceof Collection<?> many
            ? harmless(many.stream().map(String::valueOf).collect(Collectors.joining(" ")))
            : value == null
                ? ""
                : value instanceof String text ? harmless(text) : value.toString());
  }

  /**
   * Puts an apostrophe, which spreadsheets take for the mark of a text, before a text that they
   * would run as a formula: strangers write names and messages (OWASP, CSV injection).
   */
  private static String harmless(String text) {
    return text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[\",\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
