package dev.court.terminal;

import java.util.function.Function;

/**
 * One column of a table, and how it becomes narrower where the terminal is narrow.
 *
 * @param cell the text of a cell, which may hold control characters
 * @param brief a shorter text, for a narrow terminal
 * @param shrink the other ways to become narrower
 * @param style of the text of a cell
 */
public record Column<T>(
    String heading,
    Function<T, String> cell,
    Function<T, String> brief,
    ShrinkPolicy shrink,
    Function<String, TextStyle> style) {

  /** A column that never becomes narrower, such as one of ids. */
  public static <T> Column<T> column(String heading, Function<T, String> cell) {
    return new Column<>(heading, cell, cell, ShrinkPolicy.WHOLE, text -> TextStyle.NONE);
  }

  /** Has a shorter text for a narrow terminal. */
  public Column<T> briefly(Function<T, String> less) {
    return new Column<>(heading, cell, less, shrink, style);
  }

  /** May be left out, those of a higher rank before others. */
  public Column<T> spared(int rank) {
    return new Column<>(heading, cell, brief, shrink.spared(rank), style);
  }

  /** May be broken into lines between words. */
  public Column<T> wrapped(int least) {
    return new Column<>(heading, cell, brief, shrink.wrapped(least), style);
  }

  /** May be broken into lines anywhere, since it holds no ids. */
  public Column<T> brokenUp(int least) {
    return new Column<>(heading, cell, brief, shrink.brokenUp(least), style);
  }

  /** In the style of the word that the cell holds. */
  public Column<T> styled() {
    return new Column<>(heading, cell, brief, shrink, TextStyle::of);
  }
}
