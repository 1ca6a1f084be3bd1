package dev.court.cli;

import java.util.List;
import java.util.function.Function;

/**
 * How things of one kind are printed.
 *
 * @param shape the record whose fields are the JSON names
 * @param json makes it
 */
record View<T, J extends Record>(List<Column<T>> columns, Class<J> shape, Function<T, J> json) {

  /** One column of the table. */
  record Column<T>(String heading, Function<T, String> cell) {}

  static <T> Column<T> column(String heading, Function<T, String> cell) {
    return new Column<>(heading, cell);
  }
}
