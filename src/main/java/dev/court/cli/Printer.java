package dev.court.cli;

import dev.court.json.Json;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints things as a table for people, or in a form that programs read. */
final class Printer {
  private final PrintWriter out;
  private final Format format;

  Printer(PrintWriter out, Format format) {
    this.out = out;
    this.format = format;
  }

  /** Prints all; an empty table is nothing at all, an empty array is an array. */
  <T> void print(List<T> things, View<T, ?> view) {
    switch (format) {
      case table -> table(things, view);
      case json -> out.println(Json.pretty(things.stream().map(view.json()).toList()));
      case ndjson -> things.forEach(thing -> out.println(Json.write(view.json().apply(thing))));
      case csv -> csv(things, view);
    }
  }

  private <T> void table(List<T> things, View<T, ?> view) {
    if (things.isEmpty()) {
      return;
    }
    Table table = new Table(view.columns().stream().map(View.Column::heading).toList());
    for (T thing : things) {
      table.add(view.columns().stream().map(column -> column.cell().apply(thing)).toList());
    }
    table.print(out);
  }

  /** With a head even when there is nothing below it: programs look for it. */
  private <T> void csv(List<T> things, View<T, ?> view) {
    out.println(row(names(view.shape())));
    for (T thing : things) {
      out.println(row(((Map<?, ?>) Json.tree(Json.write(view.json().apply(thing)))).values()));
    }
  }

  private static List<String> names(Class<? extends Record> shape) {
    return Arrays.stream(shape.getRecordComponents())
        .map(field -> field.getName().replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT))
        .toList();
  }

  /** RFC 4180, with a line feed alone as everything here has. */
  private static String row(Collection<?> values) {
    return values.stream().map(Printer::cell).collect(Collectors.joining(","));
  }

  private static String cell(Object value) {
    String text =
        value instanceof Collection<?> many
            ? many.stream().map(String::valueOf).collect(Collectors.joining(" "))
            : value == null ? "" : value.toString();
    return text.matches("(?s).*[\",\\n\\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
