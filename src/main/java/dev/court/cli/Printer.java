package dev.court.cli;

import dev.court.json.Json;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
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
  <T> void print(List<T> things, View<T> view) {
    switch (format) {
      case table -> table(things, view);
      case json -> out.println(Json.pretty(things.stream().map(view.json()).toList()));
      case ndjson -> things.forEach(thing -> out.println(Json.write(view.json().apply(thing))));
      case csv -> csv(things, view);
    }
  }

  private <T> void table(List<T> things, View<T> view) {
    if (things.isEmpty()) {
      return;
    }
    Table table = new Table(view.columns().stream().map(View.Column::heading).toList());
    for (T thing : things) {
      table.add(view.columns().stream().map(column -> column.cell().apply(thing)).toList());
    }
    table.print(out);
  }

  private <T> void csv(List<T> things, View<T> view) {
    boolean first = true;
    for (T thing : things) {
      Map<?, ?> fields = (Map<?, ?>) Json.tree(Json.write(view.json().apply(thing)));
      if (first) {
        out.println(row(fields.keySet()));
        first = false;
      }
      out.println(row(fields.values()));
    }
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
