package dev.court.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a table with their widths, made to fit a terminal. A layout that is too wide first
 * loses its empty columns, then the long texts of cells, then breaks lines, and at last leaves out
 * the columns of the highest rank.
 */
record Layout(List<PlacedColumn> places) {
  /** The blanks between two columns. */
  static final int GAP = 2;

  /** A column and the width at which it is shown. */
  record PlacedColumn(RenderedColumn column, int width, int least) {
    List<String> lines(int row) {
      return column.lines(row, width);
    }

    private boolean canShrink() {
      return width > least;
    }
  }

  /** Empty when the columns that have to stay do not fit. */
  static Optional<Layout> of(List<RenderedColumn> columns, Screen screen) {
    Layout all = natural(columns);
    if (screen.fits(all.width())) {
      return Optional.of(all);
    }
    List<RenderedColumn> left =
        new ArrayList<>(columns.stream().filter(column -> !column.isEmpty()).toList());
    while (true) {
      Optional<Layout> fitting = fitted(left, screen);
      if (fitting.isPresent()) {
        return fitting;
      }
      Optional<RenderedColumn> spared =
          left.stream()
              .filter(column -> column.shrink().rank() > 0)
              .max(Comparator.comparing(column -> column.shrink().rank()));
      if (spared.isEmpty()) {
        return Optional.empty();
      }
      left.remove(spared.get());
    }
  }

  private static Optional<Layout> fitted(List<RenderedColumn> columns, Screen screen) {
    Layout natural = natural(columns);
    if (screen.fits(natural.width())) {
      return Optional.of(natural);
    }
    Layout brief = natural(columns.stream().map(RenderedColumn::briefly).toList());
    while (!screen.fits(brief.width())) {
      Optional<Integer> widest = brief.widest();
      if (widest.isEmpty()) {
        return Optional.empty();
      }
      brief = brief.narrowedAt(widest.get());
    }
    return Optional.of(brief);
  }

  private static Layout natural(List<RenderedColumn> columns) {
    return new Layout(
        columns.stream().map(one -> new PlacedColumn(one, one.width(), one.least())).toList());
  }

  /** The widest column of those that can be narrower. */
  private Optional<Integer> widest() {
    return IntStream.range(0, places.size())
        .boxed()
        .filter(at -> places.get(at).canShrink())
        .max(Comparator.comparing(at -> places.get(at).width()));
  }

  private Layout narrowedAt(int at) {
    List<PlacedColumn> narrowed = new ArrayList<>(places);
    PlacedColumn place = places.get(at);
    narrowed.set(at, new PlacedColumn(place.column, place.width - 1, place.least));
    return new Layout(narrowed);
  }

  private int width() {
    return places.stream().mapToInt(place -> place.width + GAP).sum() - GAP;
  }
}
