package dev.court.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Columns of text, two blanks apart. On a terminal it is made to fit: see {@link Layout} for what
 * goes first. Where not even the columns that must stay fit, each row is a block of lines.
 */
final class Table {
  private final Screen screen;
  private final List<RenderedColumn> pillars;
  private final int rows;

  private Table(Screen screen, List<RenderedColumn> pillars, int rows) {
    this.screen = screen;
    this.pillars = pillars;
    this.rows = rows;
  }

  static <T> Table of(List<T> things, List<Column<T>> columns, Screen screen) {
    return new Table(
        screen,
        columns.stream().map(one -> RenderedColumn.of(one, things)).toList(),
        things.size());
  }

  void print() {
    Optional<Layout> layout = Layout.of(pillars, screen);
    if (layout.isPresent()) {
      print(layout.get());
    } else {
      blocks();
    }
  }

  private void print(Layout layout) {
    StringBuilder head = new StringBuilder();
    for (Layout.PlacedColumn place : layout.places()) {
      append(head, place.pillar().heading(), TextStyle.HEADING, place.width());
    }
    screen.line(head.toString().stripTrailing());
    for (int row = 0; row < rows; row++) {
      print(layout, row);
    }
  }

  /** As many lines as the highest of its cells. */
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
        append(line, text, place.pillar().tone(row), place.width());
      }
      screen.line(line.toString().stripTrailing());
    }
  }

  private void append(StringBuilder line, String text, TextStyle tone, int width) {
    line.append(screen.paint(text, tone))
        .append(" ".repeat(Math.max(0, width - Cells.width(text)) + Layout.GAP));
  }

  private void blocks() {
    int indent =
        Layout.GAP + pillars.stream().mapToInt(one -> Cells.width(one.heading())).max().orElse(0);
    for (int row = 0; row < rows; row++) {
      if (row > 0) {
        screen.line("");
      }
      for (RenderedColumn pillar : pillars) {
        block(pillar, row, indent);
      }
    }
  }

  private void block(RenderedColumn pillar, int row, int indent) {
    if (pillar.text(row).isEmpty()) {
      return;
    }
    String heading = pillar.heading().toLowerCase(Locale.ROOT);
    for (String text : pillar.lines(row, Math.max(1, screen.columns() - indent))) {
      screen.line(Cells.pad(heading, indent) + screen.paint(text, pillar.tone(row)));
      heading = "";
    }
  }
}
