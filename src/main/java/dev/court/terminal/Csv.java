package dev.court.terminal;

import dev.court.json.Json;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** RFC 4180, with a line feed alone as everything here has. */
final class Csv {
  private Csv() {}

  static String head(Class<? extends Record> shape) {
    return row(Json.names(shape));
  }

  /** A record, in the order of its head. */
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
   * Spreadsheets take a text that begins so for a formula, and run it; names and messages are
   * written by others. The apostrophe is their own sign for text (OWASP, CSV injection).
   */
  private static String harmless(String text) {
    return text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
  }

  private static String quoted(String text) {
    return text.matches("(?s).*[\",\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
