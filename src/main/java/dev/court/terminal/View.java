package dev.court.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How things of one kind are printed.
 *
 * @param shape the record whose components give the JSON names and the CSV columns
 * @param json turns a thing into that record
 */
public record View<T, J extends Record>(
    List<Column<T>> columns, Class<J> shape, Function<T, J> json) {

  /** The view with one more column, before the last one, which may be wide. */
  public View<T, J> with(Column<T> more, Function<T, J> otherJson) {
    List<Column<T>> all = new ArrayList<>(columns);
    all.add(all.size() - 1, more);
    return new View<>(List.copyOf(all), shape, otherJson);
  }
}
