package dev.court.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How things of one kind are printed.
 *
 * @param shape the record whose fields are the JSON names
 * @param json makes it
 */
public record View<T, J extends Record>(
    List<Column<T>> columns, Class<J> shape, Function<T, J> json) {

  /** With one more column before the last, which may be long. */
  public View<T, J> with(Column<T> more, Function<T, J> otherJson) {
    List<Column<T>> all = new ArrayList<>(columns);
    all.add(all.size() - 1, more);
    return new View<>(List.copyOf(all), shape, otherJson);
  }
}
