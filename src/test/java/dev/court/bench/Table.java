package dev.court.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns, in Markdown that can be read on a terminal too. */
final class Table {
  private final List<List<String>> lines = new ArrayList<>();

  Table(List<String> head) {
    lines.add(head);
  }

  Table add(List<String> cells) {
    lines.add(cells);
    return this;
  }

  @Override
  public String toString() {
    List<Integer> widths =
        IntStream.range(0, lines.get(0).size())
            .mapToObj(i -> lines.stream().mapToInt(line -> line.get(i).length()).max().orElse(0))
            .toList();
    List<String> rule = widths.stream().map("-"::repeat).toList();
    List<List<String>> all = new ArrayList<>(lines);
    all.add(1, rule);
    return all.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i) + " ".repeat(widths.get(i) - cells.get(i).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
