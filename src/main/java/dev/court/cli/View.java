package dev.court.cli;

import java.util.List;
import java.util.function.Function;

/**
 * How things of one kind are printed.
 *
 * @param json the record whose fields are the JSON names
 */
record View<T>(List<Column<T>> columns, Function<T, Object> json) {

  /** One column of the table. */
  record Column<T>(String heading, Function<T, String> cell) {}

  static <T> Column<T> column(String heading, Function<T, String> cell) {
    return new Column<>(heading, cell);
  }
}
