package dev.court.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Columns of text, two blanks apart, in a {@link Layout} that fits the screen. Where there is none,
 * each row is a block of lines.
 */
final class Table {
  private final Screen screen;
  private final List<RenderedColumn> columns;
  private final int rows;

  private Table(Screen screen, List<RenderedColumn> columns, int rows) {
    this.screen = screen;
    this.columns = columns;
    this.rows = rows;
  }

  static <T> Table of(List<T> things, List<Column<T>> columns, Screen screen) {
    return new Table(
        screen,
        columns.stream().map(one -> RenderedColumn.of(one, things)).toList(),
        things.size());
  }

  void print() {
    Optional<Layout> layout = Layout.of(columns, screen);
    if (layout.isPresent()) {
      print(layout.get());
    } else {
      blocks();
    }
  }

  private void print(Layout layout) {
    StringBuilder head = new StringBuilder();
    for (Layout.PlacedColumn place : layout.places()) {
      append(head, place.column().heading(), TextStyle.HEADING, place.width());
    }
    screen.line(head.toString().stripTrailing());
    for (int row = 0; row < rows; row++) {
      print(layout, row);
    }
  }

  /** Prints as many lines as the highest cell of the row has. */
  private void print(Layout layout, int row) {
    List<List<String>> cells = new ArrayList<>();
    for (Layout.PlacedColumn place : layout.places()) {
      cells.add(place.lines(row));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int at = 0; at < cells.size(); at++) {
        String text = i < cells.get(at).size() ? cells.get(at).get(i) : "";
        Layout.PlacedColumn place = layout.places().get(at);
        append(line, text, place.column().style(row), place.width());
      }
      screen.line(line.toString().stripTrailing());
    }
  }

  private void append(StringBuilder line, String text, TextStyle style, int width) {
    line.append(screen.paint(text, style))
        .append(" ".repeat(Math.max(0, width - Cells.width(text)) + Layout.GAP));
  }

  private void blocks() {
    int indent =
        Layout.GAP + columns.stream().mapToInt(one -> Cells.width(one.heading())).max().orElse(0);
    for (int row = 0; row < rows; row++) {
      if (row > 0) {
        screen.line("");
      }
      for (RenderedColumn column : columns) {
        block(column, row, indent);
      }
    }
  }

  private void block(RenderedColumn column, int row, int indent) {
    if (column.text(row).isEmpty()) {
      return;
    }
    String heading = column.heading().toLowerCase(Locale.ROOT);
    for (String text : column.lines(row, Math.max(1, screen.columns() - indent))) {
      screen.line(Cells.pad(heading, indent) + screen.paint(text, column.style(row)));
      heading = "";
    }
  }
}
