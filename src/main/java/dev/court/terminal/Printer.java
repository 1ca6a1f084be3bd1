package dev.court.terminal;

import dev.court.json.Json;
import dev.court.text.ControlCharacters;
import java.util.List;

/** Prints things as a table for people, or in a form that programs read. */
public final class Printer {
  private final Screen screen;
  private final Format format;

  public Printer(Screen screen, Format format) {
    this.screen = screen;
    this.format = format;
  }

  /** Prints all of them. Of an empty list a table prints nothing, and JSON prints an array. */
  public <T> void print(List<T> things, View<T, ?> view) {
    switch (format) {
      case table -> table(things, view);
      case json -> json(things.stream().map(view.json()).toList());
      case ndjson ->
          things.forEach(
              thing -> screen.line(ControlCharacters.json(Json.write(view.json().apply(thing)))));
      case csv -> csv(things, view);
    }
  }

  /** Prints one thing, or a list of them, as JSON of several lines. */
  public void json(Object value) {
    screen.line(ControlCharacters.json(Json.pretty(value)));
  }

  private <T> void table(List<T> things, View<T, ?> view) {
    if (!things.isEmpty()) {
      Table.of(things, view.columns(), screen).print();
    }
  }

  /** Prints the head of an empty list too, since programs look for it. */
  private <T> void csv(List<T> things, View<T, ?> view) {
    screen.line(Csv.head(view.shape()));
    for (T thing : things) {
      String row = Csv.row(view.json().apply(thing));
      screen.line(screen.isTerminal() ? ControlCharacters.lines(row) : row);
    }
  }
}
