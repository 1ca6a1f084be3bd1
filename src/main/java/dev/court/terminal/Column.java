package dev.court.terminal;

import java.util.function.Function;

/**
 * One column of a table, with what it gives up where the terminal is narrow.
 *
 * @param cell its text, whatever it holds
 * @param brief says less, in fewer letters
 * @param fit what else it gives up
 * @param tone of a cell's text
 */
public record Column<T>(
    String heading,
    Function<T, String> cell,
    Function<T, String> brief,
    ShrinkPolicy fit,
    Function<String, TextStyle> tone) {

  /** A column that gives up nothing, such as one of ids. */
  public static <T> Column<T> column(String heading, Function<T, String> cell) {
    return new Column<>(heading, cell, cell, ShrinkPolicy.WHOLE, text -> TextStyle.NONE);
  }

  public Column<T> briefly(Function<T, String> less) {
    return new Column<>(heading, cell, less, fit, tone);
  }

  /** May be left out, those of a higher rank before others. */
  public Column<T> spared(int rank) {
    return new Column<>(heading, cell, brief, fit.spared(rank), tone);
  }

  /** May be broken into lines between words. */
  public Column<T> wrapped(int least) {
    return new Column<>(heading, cell, brief, fit.wrapped(least), tone);
  }

  /** May be broken into lines anywhere, since it holds no ids. */
  public Column<T> brokenUp(int least) {
    return new Column<>(heading, cell, brief, fit.brokenUp(least), tone);
  }

  /** Coloured by the word it holds. */
  public Column<T> toned() {
    return new Column<>(heading, cell, brief, fit, TextStyle::of);
  }
}
