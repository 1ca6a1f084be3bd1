package dev.court.terminal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A column with its cells, clean and measured.
 *
 * @param texts a cell a row, and {@code briefs} the same in fewer letters
 */
record RenderedColumn(
    String heading,
    List<String> texts,
    List<String> briefs,
    List<TextStyle> tones,
    ShrinkPolicy fit) {

  static <T> RenderedColumn of(Column<T> column, List<T> things) {
    List<String> texts = clean(things, column.cell());
    return new RenderedColumn(
        column.heading(),
        texts,
        clean(things, column.brief()),
        texts.stream().map(column.tone()).toList(),
        column.fit());
  }

  private static <T> List<String> clean(List<T> things, Function<T, String> cell) {
    return things.stream().map(cell).map(Screen::clean).toList();
  }

  /** The same with its brief texts only. */
  RenderedColumn briefly() {
    return new RenderedColumn(heading, briefs, briefs, tones, fit);
  }

  String text(int row) {
    return texts.get(row);
  }

  TextStyle tone(int row) {
    return tones.get(row);
  }

  List<String> lines(int row, int width) {
    return fit.breaks().lines(text(row), width);
  }

  boolean isEmpty() {
    return texts.stream().allMatch(String::isEmpty);
  }

  /** So wide that nothing is broken. */
  int width() {
    return Stream.concat(Stream.of(heading), texts.stream()).mapToInt(Cells::width).max().orElse(0);
  }

  /** So wide that no id is broken, and that it is pleasant to read. */
  int least() {
    if (!fit.isBroken()) {
      return width();
    }
    int widest =
        texts.stream().mapToInt(text -> fit.breaks().widest(text, fit.least())).max().orElse(0);
    return Math.min(width(), Math.max(Math.max(Cells.width(heading), fit.least()), widest));
  }
}
