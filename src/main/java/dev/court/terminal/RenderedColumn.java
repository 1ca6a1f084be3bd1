package dev.court.terminal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A column with the texts of its cells, free of control characters.
 *
 * @param texts one for each row
 * @param briefs the shorter texts, one for each row
 */
record RenderedColumn(
    String heading,
    List<String> texts,
    List<String> briefs,
    List<TextStyle> styles,
    ShrinkPolicy shrink) {

  static <T> RenderedColumn of(Column<T> column, List<T> things) {
    List<String> texts = clean(things, column.cell());
    return new RenderedColumn(
        column.heading(),
        texts,
        clean(things, column.brief()),
        texts.stream().map(column.style()).toList(),
        column.shrink());
  }

  private static <T> List<String> clean(List<T> things, Function<T, String> cell) {
    return things.stream().map(cell).map(Screen::clean).toList();
  }

  /** The same column with its shorter texts. */
  RenderedColumn briefly() {
    return new RenderedColumn(heading, briefs, briefs, styles, shrink);
  }

  String text(int row) {
    return texts.get(row);
  }

  TextStyle style(int row) {
    return styles.get(row);
  }

  List<String> lines(int row, int width) {
    return shrink.breaks().lines(text(row), width);
  }

  boolean isEmpty() {
    return texts.stream().allMatch(String::isEmpty);
  }

  /** The width at which nothing is broken. */
  int width() {
    return Stream.concat(Stream.of(heading), texts.stream()).mapToInt(Cells::width).max().orElse(0);
  }

  /** The least width at which no id is broken and the column is easy to read. */
  int least() {
    if (!shrink.isBroken()) {
      return width();
    }
    int widest =
        texts.stream()
            .mapToInt(text -> shrink.breaks().widest(text, shrink.least()))
            .max()
            .orElse(0);
    return Math.min(width(), Math.max(Math.max(Cells.width(heading), shrink.least()), widest));
  }
}
