package dev.court.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a table with their widths, as a terminal has room for them. What goes first:
 * columns with nothing in them, then the long forms of cells, then unbroken lines, then the columns
 * that are least missed.
 */
record Layout(List<PlacedColumn> places) {
  /** Between two columns. */
  static final int GAP = 2;

  /** A column and how wide it is shown. */
  record PlacedColumn(RenderedColumn pillar, int width, int least) {
    List<String> lines(int row) {
      return pillar.lines(row, width);
    }

    private boolean canShrink() {
      return width > least;
    }
  }

  /** Empty when not even what has to stay fits. */
  static Optional<Layout> of(List<RenderedColumn> pillars, Screen screen) {
    Layout all = natural(pillars);
    if (screen.fits(all.width())) {
      return Optional.of(all);
    }
    List<RenderedColumn> left =
        new ArrayList<>(pillars.stream().filter(pillar -> !pillar.isEmpty()).toList());
    while (true) {
      Optional<Layout> fitting = fitted(left, screen);
      if (fitting.isPresent()) {
        return fitting;
      }
      Optional<RenderedColumn> spared =
          left.stream()
              .filter(pillar -> pillar.fit().rank() > 0)
              .max(Comparator.comparing(pillar -> pillar.fit().rank()));
      if (spared.isEmpty()) {
        return Optional.empty();
      }
      left.remove(spared.get());
    }
  }

  private static Optional<Layout> fitted(List<RenderedColumn> pillars, Screen screen) {
    Layout natural = natural(pillars);
    if (screen.fits(natural.width())) {
      return Optional.of(natural);
    }
    Layout brief = natural(pillars.stream().map(RenderedColumn::briefly).toList());
    while (!screen.fits(brief.width())) {
      Optional<Integer> widest = brief.widest();
      if (widest.isEmpty()) {
        return Optional.empty();
      }
      brief = brief.narrowedAt(widest.get());
    }
    return Optional.of(brief);
  }

  private static Layout natural(List<RenderedColumn> pillars) {
    return new Layout(
        pillars.stream().map(one -> new PlacedColumn(one, one.width(), one.least())).toList());
  }

  /** Of those that can be narrower. */
  private Optional<Integer> widest() {
    return IntStream.range(0, places.size())
        .boxed()
        .filter(at -> places.get(at).canShrink())
        .max(Comparator.comparing(at -> places.get(at).width()));
  }

  private Layout narrowedAt(int at) {
    List<PlacedColumn> narrowed = new ArrayList<>(places);
    PlacedColumn place = places.get(at);
    narrowed.set(at, new PlacedColumn(place.pillar, place.width - 1, place.least));
    return new Layout(narrowed);
  }

  private int width() {
    return places.stream().mapToInt(place -> place.width + GAP).sum() - GAP;
  }
}
